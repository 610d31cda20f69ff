"""Where talks are held and papers signed, what is only named in their telling, and where those sit who decide. PURE."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from events.codebook import EventType, Modality, Part, PlaceKind, Side
from events.reports import ParticipantMention
from ingest.coding.event_types import Happening
from ingest.coding.hearings import COURTS
from ingest.coding.lexicon import Lexicon
from ingest.coding.mentions import Mention
from ingest.coding.reading import Clause
from ingest.coding.regexes import regex
from ingest.coding.roles import Who
from ingest.coding.where import Where, named

SAT_IN = regex(
    r"(?:^|\s)(?:في|داخل|من)(?: (?:ال)?عاصمه\S*| (?:ال)?\S+ه)? ?(?:ال)?$|(?:^|\s)ب(?:ال)?$|(?:زيار\w*|زار\w*|وصل\w* الي|(?:ال)?عاصمه\S*) $"
    r"|\b(?:in|at|visit\w*|trip to|tour of|arriv\w+ in|capital,?) (?:the )?(?:\S+ )?$"
)
"""Before the capital in which papers are signed; else it is one of those who agree: «توصلت دمشق وقسد إلى اتفاق»."""
BORN_IN = regex(
    r"(?<!\w)(?:مواليد|تولد|[يت]?ولد|المولود|مولود|مسقط راس\w*|[يت]نحدر|[يت]تحدر|ابن)(?: [^\s،.]+){0,6} (?:ال|ب)?$"
    r"|\b(?:born|native|natives|hails|hailing|originally)\b[^.]{0,60}$"
)
"""«من مواليد الشحيل»: where somebody comes from."""
_SAID = regex(
    r"(?<!\w)(?:ان|بان|لان|فان|وان|اذا كانت|حيث)(?: (?!س?[يت]زور|[يت]وجه|[يت]توجه)\S+)? $|\b(?:said|says|that|adding|added|whether|because|if|as) $"
)


def speaks(where: Where) -> bool:
    """«قال إن دمشق مستعدة», "said Baghdad was ready": a capital that stands for its state behind a word of saying."""
    return _SAID.search(where.before) is not None


_TOLD_AT = regex(
    r"(?<!\w)[وبلف]{0,2}(?:ال)?(?:موتمر\w*|تصريح\w*|صحفيين|لصحفيين|صحافيين|لصحافيين|حديث\w*|مقابل\w*)(?: [^\s،.]+){0,3} (?:في|من|ب)\s?(?:العاصمه )?$"
    r"|\b(?:reporters|journalists|conference|remarks|interview|speaking|briefing)\b(?: [^\s,.]+){0,2} (?:in|at) (?:the )?$"
)
_TO_COME = regex(
    r"(?<!\w)\w{0,3}(?:اول|اولي|الاول|الاولي|المقبل|القادم|لاحق) (?:ال)?(?:اجتماع|جلس|لقاء|جول)\w*(?: [^\s،.]+){0,6} (?:في|ب)\s?(?:\S+ )?$"
    r"|(?:اجتماعها|جلستها|اجتماعه|لقاءها|لقاوهما|اجتماعهما)(?: [^\s،.]+){0,4} (?:في|ب)\s?(?:\S+ )?$|(?<!\w)[وفي]{0,2}مقر(?:ها|ه|هما) (?:\S+ ){0,2}(?:ال)?$"
    r"|\b(?:first|next|opening|second) (?:meeting|session|round|talks)\b(?: [^\s,.]+){0,6} (?:in|at) (?:the )?$|\b(?:based|headquartered|seated?|housed) (?:in|at) (?:the )?$"
)


_TERMS = regex(
    r"(?<!\w)[وفبل]?(?:[يت]?(?:قضي|نص|نصت|تضمن|تضمنت|شمل|شملت|تضمنه|تنص)|قضت|بموجب\w*|بنود\w*|ابرز بنود\w*)(?!\w)"
    r"|(?<!\w)[وف]?(?:بحسب|وفق|حسب) (?:نص |بنود )?(?:ال)?(?:اتفاق|مذكره|محضر|نص)|\b(?:under which|under the (?:deal|agreement|terms|accord|text|memorandum)|provid\w+ for|stipulat\w+|includ\w+|calls for|whereby|by which|the terms)\b"
)
"""What papers say stands behind these words: a place named there is none where they were signed."""


def termed(where: Where) -> bool:
    """«ينص على تسليم المعابر ومنها اليعربية»: a place in what was agreed."""
    before = where.clause.before(where.start, 200)
    terms = _TERMS.search(before)
    return terms is not None and _SIGNED.search(before, terms.end()) is None


_SIGNED = regex(r"(?<!\w)\w{0,3}(?:وقع|وقعه|وقعت|توقيع|موقع|ابرم|مبرم)\w*|\b(?:sign\w+|initial\w+)\b")


def told_of(kind: EventType, modality: Modality, where: Where) -> bool:
    """Whether it is only where talks to come were announced, or where those who agreed on them will meet."""
    if kind is EventType.AGREEMENT:
        return _TO_COME.search(where.clause.before(where.start, 80)) is not None
    planned = kind is EventType.MEETING and modality is Modality.PLANNED
    return planned and _TOLD_AT.search(where.before) is not None


_SPOKEN = regex(
    r"(?:(?:^|\W)[وفبل]?(?:ال)?(?:موتمر|كلم|خطاب|لقا|مقابل|زيار|جول|تفقد|اجتماع|وصل|وصول|قال|قالت|صرح|امام|خلال|حديث|ندو|منتدي|ملتقي|قم)\w*"
    r"|\b(?:reporters|journalists|conference|forum|speech|visit\w*|interview|tour\w*|addressing|meeting|said|told|spoke|speaking|brief\w*|summit|gathering|rally|panel|seminar|workshop|sidelines|ceremony))"
    r"(?: [^\s،.,]+){0,6}(?:[،,] (?:ال)?(?:يوم|امس|يوم \S+|\S{4,8})[،,])?\s*(?:في |ب|الي |in |at |to )\s*(?:the )?(?:\S+ ){0,2}$"
    r"|(?:تفقد|جول)\w*(?: [^\s.]+){0,24} (?:ضمن|في) (?:قاطع |قضاء )?$|\b(?:inspect|tour)\w*(?: [^\s.]+){0,14} (?:in|within) (?:the )?$"
)
_AT = regex(r"(?:^|\s)(?:في|داخل|ضمن|in|at)\s+(?:the )?(?:\S+ ){0,1}?\s*$|(?:^|\s)بب?$")
_AT_HIS_OFFICE = regex(
    r"(?<!\w)[وبل]?(?:مكتبه|مكتبها|مقره|منزله|قصره|مقر (?:اقامته|الحكومه|الوزاره|رياسه \S+)) (?:في |ب)\s?(?:العاصمه )?$|\b(?:his|her) (?:\w+ )?(?:office|home|residence|palace|headquarters|house) in (?:the )?(?:capital,? )?$"
)
_CALLED_ON = regex(
    r"\b(?:visit(?:ing)?|trip|arriv\w+) (?:to|in|at) (?:the )?(?:\S+ )?$|\b(?:sidelines of|attending|addressing) the $|(?<!\w)[وب]?(?:زيارت?ه?|زيارته|وصوله|جولته) (?:له )?(?:الي |ل|في )(?:مدينه |قضاء |ناحيه )?$"
)
"""«خلال زيارته إلى الموصل», "on the sidelines of the Munich Security Conference": where he spoke."""
_TOURED = regex(
    r"\b(?:inspect\w*|tour(?:ed|ing|s)?|checked on|review\w*|visit(?:ed|ing|s)?)\b[^.;]{0,110}(?<!heads of )(?<!from )\b(?:in|at|near|within|along|around|of|the|opposite|to) $"
    r"|(?<!\w)[وف]?(?:[يت]?تفقد\w*|[يت]?تجول|[يت]جول|جول\w*|زار|زارت|اطلع\w*)(?: [^\s.]+){0,22} (?:في|قرب|ضمن|داخل|عند|محيط|قاطع|بقاطع|قباله|علي)(?: (?:قاطع|قضاء|ناحيه|منطقه|مدينه|محور|محيط|حدود|بلده))* $"
)
""" "inspected units along the barrier near Rabia", "visited the Sinjar sector"."""


def spoken_at(where: Where) -> bool:
    """Whether it is where somebody spoke or which posts he inspected."""
    if _CALLED_ON.search(where.before) or _AT_HIS_OFFICE.search(where.before):
        return True
    if (
        where.clause.has("tour")
        and where.place.kind in _GROUND
        and _TOURED.search(where.clause.before(where.start, 170))
    ):
        return True
    return bool(_AT.search(where.before) and _SPOKEN.search(where.clause.before(where.start, 170)))


_GROUND = (PlaceKind.TOWN, PlaceKind.ADMIN2, PlaceKind.CROSSING)
_SEATS = {
    Side.IQ: "baghdad",
    Side.SY: "damascus",
    Side.KRG: "erbil_city",
    Side.TR: "ankara",
    Side.JO: "amman",
    Side.US: "washington",
    Side.IR: "tehran",
}
"""Where those of a side receive others and decide."""
_INVITED = regex(r"(?<!\w)[وف]?(?:ال)?(?:دعوه|دعا|يدعو|تلبيه|وجه\w* دعوه)(?!\w)|\binvit\w+")
"""«وجّه له دعوة لزيارة العراق»: where the guest will be received is not told."""
_BENCH = frozenset((*COURTS, "p_zaidan", "p_ali_dhia"))
"""Courts and judges sit in the capital: what they announce there is told there."""
_RULERS = frozenset(("p_sharaa", "sy_presidency", "iq_parliament"))
"""Who appoints by decree or vote, where the report is datelined."""


def byline(mention: Mention | None, article: Sequence[Clause], lexicon: Lexicon) -> Where | None:
    """The capital that a report is datelined in."""
    body = next((c for c in article if not c.titular), None)
    if mention is None or body is None:
        return None
    return Where(lexicon.places[mention.place or ""], body, mention.start, mention.end)


def stays_on(happening: Happening, table: Where, published: dt.date | None) -> bool:
    """«ومن المقرر أن يلتقي الضيف غداً وزير الداخلية»: who was received meets others there on the next days."""
    if happening.first.modality is not Modality.PLANNED or published is None:
        return False
    days = [d.date for d in happening.first.days if d.own]
    guests = {m.actor for m in table.clause.mentions if m.kind == "person"}
    again = any(m.actor in guests for m in happening.first.mentions)
    return again and bool(days) and all(published <= d <= published + _STAY for d in days)


_STAY = dt.timedelta(days=2)


def seat_of(
    happening: Happening,
    cast: Sequence[Who],
    people: Sequence[ParticipantMention],
    at: Where | None,
    lexicon: Lexicon,
) -> Where | None:
    """Where an act without a place of its own was, by who did it: talks where the host has his seat, a decree, a vote or
    a court's word in the capital that the report is datelined in."""
    parts = list(zip(cast, people, strict=True))
    if happening.type is EventType.MEETING:
        return _of_host(happening, [(w, p.side) for w, p in parts if p.part is Part.HOST], at, lexicon)
    first = next((w for w, p in parts if p.part is Part.INITIATOR), None)
    if happening.first.modality is not Modality.DONE:
        return None
    if happening.type is EventType.APPOINTMENT:
        council = _of_council(happening, lexicon)
        if council is not None:
            return council
    return _of_ruler(happening, first, at, lexicon)


def _of_council(happening: Happening, lexicon: Lexicon) -> Where | None:
    """«صوّت مجلس محافظة الأنبار على انتخاب …»: a provincial council sits in its governorate."""
    for clause in (d.clause for d in happening.drafts):
        for mention in clause.mentions:
            seat = lexicon.places.get((mention.actor or "").removesuffix("_gov"))
            if seat is not None and _COUNCIL.search(clause.text.plain, mention.start, mention.end):
                return Where(seat, clause, mention.start, mention.end)
    return None


_COUNCIL = regex(r"مجلس (?:ال)?محافظ|\bcouncil\b")


def _of_ruler(happening: Happening, first: Who | None, at: Where | None, lexicon: Lexicon) -> Where | None:
    position = happening.type is EventType.STATEMENT
    acting = _BENCH if position else _RULERS if happening.type is EventType.APPOINTMENT else frozenset[str]()
    actor = first.actor if first is not None else None
    if actor not in acting:
        there = (m for m in happening.first.clause.mentions if m.actor in acting and not m.adjective)
        body, first = next(there, None), None
        actor = body.actor if body is not None else None
        if actor == "iq_parliament" and body is not None and happening.lead and "baghdad" in lexicon.places:
            return Where(lexicon.places["baghdad"], happening.first.clause, body.start, body.end)
    if actor is None:
        return None
    home = "damascus" if actor in ("p_sharaa", "sy_presidency") else "baghdad"
    if at is not None and at.place.id == home:
        return at
    told = happening.first.clause
    if position:
        return next((w for w in named([told], lexicon) if w.place.id == home and SAT_IN.search(w.before)), None)
    seat = lexicon.places.get(home) if actor == "iq_parliament" else None
    return Where(seat, first.clause, first.start, first.end) if seat is not None and first is not None else None


def _of_host(
    happening: Happening, hosts: Sequence[tuple[Who, Side]], at: Where | None, lexicon: Lexicon
) -> Where | None:
    told = happening.first.clause
    if happening.first.modality is Modality.DENIED or _INVITED.search(told.plain):
        return None
    if len({side for _, side in hosts}) != 1 or hosts[0][1] not in _SEATS:
        return None
    who, side = hosts[0]
    seat = lexicon.places.get(_SEATS[side])
    if seat is None or (at is not None and at.place.id == seat.id):
        return at if seat is not None else None
    there = next((w for w in named([told], lexicon) if w.place.id == seat.id), None)
    return there or Where(seat, who.clause, who.start, who.end)


_SENT_TO = regex(
    r"(?:وفدا?|زيار\w*|(?:وس|س|و)?[يت]زور)(?: (?!بعد|عقب|الي|مع)[^\s،.]+){0,4} (?:الي )?(?:العاصمه )?$"
    r"|\b(?:delegation|(?:visit|trip|travel|fly)(?: (?!after|following|with|to)[\w-]+){0,3}) to (?:the )?$"
)
_AFTERWARDS = regex(r"(?<!\w)(?:بعد|عقب|غداه|قبل|خلال)(?!\w)|\b(?:after|following|before|ahead of|days? of|during)\b")
"""«استقبل … بعد زيارته إلى دمشق»: another's journey."""


_TO_SITE = regex(
    r"\b(?:visit(?:s|ed|ing)?|tour(?:s|ed|ing)?|inspect(?:s|ed|ing)?|met (?:with )?the (?:administration|management|director) of) (?:the )?$"
    r"|(?<!\w)[وف]?(?:زار|زارت|[يت]زور|تفقد|تفقدت|(?:التقي|التقت|اجتمع|اجتمعت)(?: [^\s،.]+){0,3} (?:ب|مع )?(?:ال)?(?:اداره|مسوولي|مديري?ه?)) (?:مخيم |سجن )?$"
)


def visited_site(where: Where) -> bool:
    """ "Visited Ghwayran prison in the city of Hasakah", "met the administration of Roj camp near Derik"."""
    return where.place.kind in (PlaceKind.CAMP, PlaceKind.PRISON) and _TO_SITE.search(where.before) is not None


def goes_there(where: Where) -> bool:
    """«زيارة وفد أمني إلى دمشق»: the capital in which somebody is received, whoever else is named by his own."""
    if visited_site(where):
        return True
    capital = where.place.kind is PlaceKind.CAPITAL
    sent = _SENT_TO.search(where.before) or _VISITED.search(where.before)
    return capital and bool(sent) and not _AFTERWARDS.search(where.before)


_VISITED = regex(
    r"(?<!\w)[وف]?(?:قد )?(?:زار|زارت|[يت]زور|س[يت]زور)(?: (?!في |من |الي |مع |ان |انه |حيث |و(?:بحث|التق|اجتمع))[^\s،.؛]+){1,12} (?:العاصمه (?:ال\S+ )?)?$"
)
"""«زار وفد عراقي برئاسة رئيس هيئة المنافذ الحدودية دمشق»: the subject stands between."""


_AT_GATE = regex(
    r"(?:اجتماع\w*|لقاء\w*|عقد\w*|التقي\w*|التقت|اجتمع\w*|محادثات|مباحثات)(?: [^\s،.]+){0,3} (?:في|داخل|عند)(?: مقر| مبني| قاعه)? ?$"
    r"|\b(?:meeting|held|met|talks|convened)\b(?: [\w-]+){0,3} (?:at|inside) (?:the )?$"
)


def sat_at_gate(where: Where) -> bool:
    """«خلال اجتماع عُقد داخل منفذ القائم»: a crossing in which they sat, not of which they talked."""
    return _AT_GATE.search(where.before) is not None


def both_act(where: Where) -> bool:
    """«أرجأت بغداد ودمشق اجتماع …»: two governments, no place."""
    text = where.clause.text.plain
    return any(
        pair.start() <= where.start < pair.end() and not _AT.search(where.clause.before(pair.start(), 24))
        for pair in _BOTH_CAPITALS.finditer(text, where.clause.start, where.clause.end)
    )


_BOTH_CAPITALS = regex(r"(?<!\w)(?:بغداد ودمشق|دمشق وبغداد)(?!\w)|\b(?:baghdad and damascus|damascus and baghdad)\b")
