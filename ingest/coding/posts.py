"""Who takes part by his post alone, in Arabic: «وحضر اللقاء مدير العمليات الحربية والملحق العسكري». PURE."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from datetime import date

from ingest.coding.lexicon import Lexicon
from ingest.coding.mentions import COURTESY
from ingest.coding.reading import Clause

_HEADS = (
    r"(?:مدير|مديره|قايد|رييس|رييسه|معاون|وكيل|وكيله|مستشار|مستشاره|سفير|سفيره|قنصل|ملحق|قايممقام|قايمقام|قايم مقام|محافظ|امر (?=(?:ال)?(?:لواء|فوج|سريه|كتيبه|قوه|فرقه|قاطع))[^\s،.]+|امين|مبعوث|مبعوثه|منسق|منسقه|ممثل|ممثله|مفوض|نايب"
    r"|قايم بالاعمال|قايمه بالاعمال|قايم باعمال|قايمه باعمال)"
)
_ALONE = ("القايممقام", "القايمقام", "القايم بالاعمال", "السفير", "المحافظ", "الملحق العسكري")
"""Posts that one word tells."""
_END = re.compile(
    r"[،,.:;؛()\[\]«»\"“”\n]"
    rf"|\s(?=و(?:ال)?(?:{_HEADS}|وزير|ممثل\w*|مسوول\w*|عدد|عددا|ضباط|ضابط|وفد|الوفد|قاده|روساء|كبار|قيادات|وجهاء|شيوخ|اعضاء|ذلك|جري|تم|بحث|ناقش|اكد|تناول|استعرض)\b)"
    r"|\s(?:في(?! (?:وزاره|القوات|السفاره|سفاره|قياده|هييه|اداره|جهاز|مديريه))|خلال|حيث|الي(?! سوريا| العراق)|من|علي|عن|مع|الذي|التي|ان|بعد|قبل|عقب|اثناء|عند|قرب|ضمن|وذلك|بهدف|بحضور|بمشاركه|لبحث|لمناقشه|سبل|اوجه|افاق|اليات|اليه|ملف|ملفات|مجالات|تعزيز|تطوير|مستجدات|اخر|عدد|عددا|امكانيه"
    r"|مسوولين|ممثلين|ممثلا|ضباطا|عددا|وفدا|اليوم|امس|يوم|صباح|مساء|ظهر|مساءا|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الجديد|الحالي|السابق)(?!\w)"
)
_PLACED = re.compile(r" (?:في|لدي) (?:بغداد|دمشق|عمان|انقره|دير الزور|الحسكه|الانبار|نينوي)(?!\w)")
_SEATED = re.compile(r"(?:ال)?(?:قايم باعمال|قايم بالاعمال|قايد)")
"""Posts that are told with their seat: «القائم بأعمال السفارة السورية في بغداد»."""
_POST = re.compile(rf"(?<!\w)و?(?P<post>(?:ال)?{_HEADS}(?!\w))")
_TITLE = re.compile(rf"(?P<post>(?:ال)?{_HEADS})(?!\w)")
_LONGEST = 70
_HEADED = re.compile(
    r"(?<!\w)[وف]?(?:برياسه|ب?قياده|[يت]?تراسه|[يت]راسه|راسه|[يت]قوده) (?=(?:ال)?" + _HEADS + r"(?!\w))"
)
_NAME_BEHIND = re.compile(rf"[،,]? (?:{COURTESY})(?!\w)")


def posts(clause: Clause, at: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Every post from a place of a clause on that nobody's name follows, and that is no registered person's."""
    for found in _POST.finditer(clause.text.plain, at, clause.end):
        place = post_at(clause, found.start("post"), lexicon)
        if place is not None and not _AS.search(clause.before(found.start("post"), 16)):
            yield place


def chief(clause: Clause, start: int, end: int, lexicon: Lexicon, day: date) -> str | None:
    """«مدير إدارة مكافحة المخدرات»: who is at the head of the registered body whose name is all that follows."""
    head = clause.text.plain[start:end].split()[0].removeprefix("ال")
    behind = [m for m in clause.mentions if m.actor and m.end == end and 0 < m.start - start <= len(head) + 3]
    posts_of = _chiefs(lexicon).get(behind[0].actor or "", ()) if behind and head in _CHIEFS else ()
    return lexicon.holder(posts_of[0], day) if len(posts_of) == 1 else None


@functools.lru_cache(maxsize=4)
def _chiefs(lexicon: Lexicon) -> dict[str, list[str]]:
    """The posts at the head of each body."""
    found: dict[str, list[str]] = {}
    for office in lexicon.offices.values():
        if _CHIEF_OF.match(office.title_en):
            found.setdefault(office.org, []).append(office.id)
    return found


_FOR_IT = ("ممثل", "مندوب", "موفد")
"""«ممثل المنظمة الدولية للهجرة»: the body sits there."""
_CHIEFS = ("مدير", "رييس", "قايد")
_CHIEF_OF = re.compile(
    r"(?:Head|Director|Director General|Commander|Chief|President|Chairman) (?:of|\()|(?:Head|Director|Commander|Chief)$"
)
_AS = re.compile(r"(?:بصفه|بصفته|بمنصب|منصب|مهام|رتبه|برتبه|بدرجه) $")


def post_at(clause: Clause, start: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where the post ends that starts at a place, if it stands without a name."""
    plain = clause.text.plain
    title = _TITLE.match(plain, start, clause.end)
    if title is None:
        return None
    stop = _END.search(plain, title.end("post"), min(clause.end, start + _LONGEST))
    end = stop.start() if stop else min(clause.end, start + _LONGEST)
    seat = _PLACED.match(plain, end, clause.end) if _SEATED.match(title["post"]) else None
    end = seat.end() if seat else len(plain[:end].rstrip())
    told = plain[start:end]
    if len(told.split()) < 2 and told not in _ALONE or (stop is None and end < clause.end - 1):
        return None
    if _NAME_BEHIND.match(plain, end) or re.search(rf"(?<!\w){COURTESY}(?!\w)", told):
        return None
    inside = [m for m in clause.mentions if m.head < end + 2 and start < m.end]
    known = any(m.kind == "person" or (m.actor and told.startswith(_FOR_IT) and not m.adjective) for m in inside)
    return None if known or any(h.name.offices for h in lexicon.find(told)) else (start, end)


def headed_by(clause: Clause, lexicon: Lexicon) -> tuple[int, int] | None:
    """«وفد … برئاسة وكيل الوزارة لشؤون الاستخبارات»."""
    found = _HEADED.search(clause.text.plain, clause.start, clause.end)
    return post_at(clause, found.end(), lexicon) if found else None
