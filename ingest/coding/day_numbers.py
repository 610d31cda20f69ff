"""Numbers of days in words, months of the Hijri year, the year of a month, and how two days of one month are said. PURE."""

from __future__ import annotations

import re
from datetime import date

_TO_TEN = ("الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر")
ORDINALS = dict(zip(_TO_TEN, range(1, 11), strict=True)) | {"العشرين": 20, "العشرون": 20, "الثلاثين": 30}
ORDINALS |= {f"{'الحادي' if n == 1 else word} عشر": 10 + n for word, n in list(ORDINALS.items())[:9]}
ORDINALS |= {f"{'الحادي' if n == 1 else word} والعشرين": 20 + n for word, n in list(ORDINALS.items())[:9]}
ORDINALS["الحادي والثلاثين"] = 31
_FIRST_TEN = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_TEENS = (
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
)
ENGLISH = dict(zip((*_FIRST_TEN, *_TEENS, "twentieth"), range(1, 21), strict=True)) | {
    "thirtieth": 30,
    "thirty-first": 31,
}
ENGLISH |= {f"twenty-{word}": 20 + n for n, word in enumerate(_FIRST_TEN[:9], 1)}
"""«the fifteenth of February»; the words alone say which one of a row."""


HIJRI = (
    "محرم",
    "صفر",
    "ربيع الاول",
    "ربيع الثاني",
    "ربيع الاخر",
    "جمادي الاولي",
    "جمادي الاخره",
    "جمادي الثانيه",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذي القعده",
    "ذو القعده",
    "ذي الحجه",
    "ذو الحجه",
)


HIJRI_MONTH = dict(zip(HIJRI, (1, 2, 3, 4, 4, 5, 6, 6, 7, 8, 9, 10, 11, 11, 12, 12), strict=True))
_TO = r"(?: ?[-–—] ?| (?:و(?!ال(?:عشر|ثلاث)(?:ين|ون)) ?|الي |حتي |وحتي |لغايه |to |and |through |until |till ))"
_YEAR = r"(?:(?: من)?(?: عام| العام| سنه)?,? (?P<y>(?:19|20)\d\d)(?!\w))?"
_STOP = r"(?=\s*(?:[^\w\s]|$|\d{4}\b|(?:in|at|from|by|near|on|with|under|through|across|after|as|when)\b))"


def stretches(month: str) -> list[str]:
    """«بين 15 و17 شباط», "Feb. 15-17": patterns of two days of one month; `month`: alternatives."""
    number = r"\d{1,2}(?:st|nd|rd|th)?|" + "|".join(sorted(map(re.escape, ORDINALS), key=len, reverse=True))
    return [
        rf"(?<![\w/.,-])(?<!كانون )(?<!تشرين )(?<!ربيع )(?<!جمادي )(?P<d>{number}){_TO}(?P<l>{number})(?: من| of)? (?:شهر )?(?P<m>{month})"
        rf"(?: ?[/( ] ?(?P<m2>{month})\)?)?(?!\w){_YEAR}",
        rf"(?<!\w)(?P<m>{month})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?{_TO}(?P<l>\d{{1,2}})(?:st|nd|rd|th)?(?!\w){_STOP}"
        rf"(?:,? (?P<y>(?:19|20)\d\d)(?!\w))?",
    ]


def day_number(said: str) -> int:
    """The number of a day, in words or digits."""
    known = ORDINALS.get(said) or ENGLISH.get(said)
    return known if known is not None else int(said.rstrip("stndrh"))


def said_which(match: re.Match[str]) -> str:
    """«31 آذار الماضي»: the word behind."""
    return next((w for w in (*PAST, *COMING) if match.string.startswith(f" {w}", match.end())), "")


def month_distance(month: int, published: date) -> int:
    """How many months lie between a month and the publication, whichever way is shorter."""
    away = abs(month - published.month)
    return min(away, 12 - away)


def _year_of(month: int, published: date) -> int:
    """The year that brings a bare month nearest to the publication, at most two months ahead of it."""
    ahead = (month - published.month) % 12
    if ahead <= 2:
        return published.year + (month < published.month)
    return published.year if month <= published.month else published.year - 1


def said_year(month: int, which: str, published: date, day: int = 0) -> int:
    """«تشرين الأول المقبل» is the next one, «الماضي» the last, «18 آذار المقبل» said on the 2nd this month's; else the
    nearest."""
    said, now = (month, day), (published.month, published.day)
    if which.endswith(COMING):
        return published.year + (said <= now)
    if which.endswith(PAST):
        return published.year - (said > now)
    return _year_of(month, published)


COMING = ("المقبل", "القادم")
PAST = ("الماضي", "المنصرم", "الفايت")
