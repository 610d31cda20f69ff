"""Lines of a page that are no news: buttons, credits, the time, links to other news. PURE."""

from __future__ import annotations

from ingest.coding.arabic import fold
from ingest.coding.regexes import regex

_MOST = 160
"""Characters of a line that may be furniture."""
_WORD = (
    r"(?:شارك|شاركها|مشاركه|انشر|نشر|طباعه|اطبع|حفظ|نسخ الرابط|انسخ الرابط|استمع|للمقال|للخبر|فيسبوك|تويتر|اكس|واتساب|واتس اب|تلغرام|تيليغرام|تليجرام|انستغرام|يوتيوب|لينكد ?ان|ماسنجر|"
    r"حجم الخط|تكبير|تصغير|الرييسيه|عاجل|اخبار|سياسه|محليات|امن|العراق|سوريا|عربي|عربيه|عربي ودولي|دولي|تقارير|a ?\+|a ?-|aa|a|tt|الخط|البريد|"
    r"share|tweet|facebook|twitter|x|whatsapp|telegram|instagram|youtube|linkedin|messenger|email|e-mail|print|copy link|save|comment|comments|listen|"
    r"home|news|politics|security|middle east|world|iraq|syria|kurdistan|region)"
)
_BUTTONS = regex(rf"\W*{_WORD}(?:\W+{_WORD})*\W*")
"""Nothing but buttons or the way to the page: «شارك فيسبوك تويتر», "Home > News > Iraq"."""
_ONE = regex(r"\W*(?:العراق|سوريا|iraq|syria|امن|security|عاجل)\W*")
_OPENS = regex(
    r"\W*(?:اقرا ايضا|اقرا ايضاً|اقرا المزيد|اقرؤوا ايضا|اقراوا ايضا|اقرا كذلك|اقراي ايضا|طالع ايضا|شاهد ايضا|شاهد:|شاهد بالفيديو|مواضيع ذات صله|اخبار ذات صله|ذات صله|موضوعات ذات صله|قد يهمك|المزيد من|للمزيد من|للمزيد|"
    r"لمتابعه|تابعونا|تابعوا|تابع قناه|تابع اخر|انضم الي|اشترك|للاشتراك|جميع الحقوق|كل الحقوق|حقوق النشر|الحقوق محفوظه|اخر تحديث|تاريخ النشر|نشر في|نشرت في|وقت القراءه|مده القراءه|زمن القراءه|كلمات مفتاحيه|كلمات دلاليه|وسوم|الوسوم|تصنيف|عدد المشاهدات|مشاهدات|"
    r"تحرير ?:|المحرر ?:|اعداد ?:|كتب ?:|تصوير ?:|المصدر ?: ?(?:وكالات|وكاله|متابعات)|مصدر الصوره|تعليق الصوره|الصوره ?:|صوره ?:|صوره ارشيفيه|صوره تعبيريه|ارشيفيه|اعلان\W*$|"
    r"read (?:also|more|next)\b|also read\b|related(?: (?:news|articles?|stories|story|coverage|topics))?\W*(?::|$)|see also\b|more (?:on|from|about) |recommended(?: for you)?\b|you may (?:also )?like|most read|trending|"
    r"subscribe|sign up|follow us|follow .{2,30} on |join our|download (?:the|our) app|copyright|\(?©|all rights reserved|"
    r"(?:last )?updated(?: on| at)?\W|published(?: on| at)?\W|posted(?: on)?\W|\d+ ?(?:min(?:ute)?s?) (?:read|ago)|\d+ (?:hours?|days?) ago|"
    r"file photo|photo ?:|photo by|image ?:|image source|getty|credit ?:|caption ?:|advertisement|sponsored|list \d+ of \d+|end of list|tags ?:|keywords ?:|topics ?:|filed under|editing by|reporting by|\(?(?:additional )?reporting by|our standards)"
)
_TIMES = regex(
    r"[\W\d]*(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}:\d{2})[\W\d]*(?:[ap]\.?m\.?|ص|م|صباحا|مساء|gmt|utc|بتوقيت بغداد|بتوقيت دمشق|ast)?[\W\d]*"
)
_LATEST = regex(
    r"[\d٠-٩]+ (?:دقايق|دقيقه|ساعات|ساعه|ايام)(?: (?:قراءه|مضت))\W*|منذ [\d٠-٩]* ?(?:دقايق|دقيقه|ساعات|ساعه|ساعتين|يوم|يومين|ايام)\W*"
)
_WEEKDAY = r"(?:السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)? [^\W\d]{3,}(?: [^\W\d]{3,})?(?:/[^\W\d]{3,}(?: [^\W\d]{3,})?)?,? \d{4}|[a-z]{3,9}\.? \d{1,2},? \d{4})"
_DATED = regex(
    rf"\W*(?:{_WEEKDAY}\W+)?{_DAY}(?: ?م)?(?:\W+{_DAY}(?: ?ه)?)?(?:\W+\d{{1,2}}:\d{{2}}\W*(?:[ap]\.?m\.?|ص|م)?)?\W*"
)
"""«17 فبراير 2026 م ـ 29 شعبان 1447 هـ», "Monday, 3 March 2025": when it was printed."""
_TAGS = regex(r"(?:\W*#[\w_]+)+\W*")


def is_furniture(line: str) -> bool:
    """Whether a line (its blanks stripped) is the page's, not the news'."""
    if len(line) > _MOST:
        return False
    plain = fold(line).text
    if _ONE.fullmatch(plain):
        return False
    return any(pattern.fullmatch(plain) for pattern in (_BUTTONS, _TIMES, _DATED, _LATEST, _TAGS)) or bool(
        _OPENS.match(plain)
    )


_LINKS = regex(
    r"\W*(?:اقر[اؤ]\w* (?:ايضا|كذلك|المزيد)|طالع ايضا|شاهد ايضا|مواضيع ذات صله|اخبار ذات صله|موضوعات ذات صله|قد يهمك(?: ايضا)?|read (?:also|more)|also read|related(?: (?:news|articles|stories|coverage))?|see also|recommended|most read)\W*"
)
_HEADLINE = 100
_CLOSED = (".", "؟", "!", "»", "”", '"', ":", "،", "؛")


def opens_links(line: str) -> bool:
    """«اقرأ أيضاً» on a line of its own: headlines of other news stand below it."""
    return _LINKS.fullmatch(fold(line).text) is not None


def is_link(line: str) -> bool:
    """Whether a line below it reads like a headline: short, and no full stop at its end."""
    return 0 < len(line) <= _HEADLINE and not line.endswith(_CLOSED)
