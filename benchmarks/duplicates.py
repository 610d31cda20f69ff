"""Reprints found and missed: `python -m benchmarks.duplicates [--json]`.

The labelled pairs are made of the development and gold articles in both languages. Positive: each as other outlets
would print it again (agency credit, edited lead, cut tail, other spelling, other words for «said», a paragraph of their
own, a sentence less, another order). Negative: each as tomorrow's number of a daily series (another weekday, month,
place, one number, all numbers), and all pairs of different articles (many tell of one event in their own words).
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
import sys
import time
from collections import defaultdict
from typing import Any

from benchmarks.score import read_set
from ingest.nearness import Sketched, is_copy, sketched

_WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TAIL = "للمزيد من الأخبار تابعوا قناتنا على تلغرام. Follow our channel for more news of the day and the region."
_OWN = {
    True: "ويأتي هذا الخبر في وقت تتابع فيه المنصة ملفات المنطقة كافة وتنشر ما يردها من المراسلين تباعاً.",
    False: "Our newsroom follows the files of the region and publishes what its correspondents send as it comes in.",
}
_CREDITS = {
    True: ["متابعة /", "بغداد - واع:", "وكالات -", "دمشق (سانا) -", "نقلاً عن السومرية نيوز:"],
    False: ["BAGHDAD (INA) -", "Agencies -", "DAMASCUS, (SANA) -", "By our correspondent.", "(Reuters) -"],
}
_LEADS = {
    True: [
        "أفادت مصادر رسمية بتطورات جديدة في الملف الأمني المشترك بين البلدين.",
        "في تطور لافت، أعلنت الجهات المعنية ما يأتي.",
    ],
    False: [
        "Officials announced new developments in the security file of the two countries.",
        "In a notable step, this was said.",
    ],
}
_MONTHS = (
    ("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "أيلول"),
    ("January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December"),
)
_PLACES = (
    ("القائم", "الوليد", "ربيعة", "سنجار"),
    ("البوكمال", "القامشلي", "الحسكة"),
    ("al-Qaim", "al-Waleed", "Rabia"),
)
_ARABIC = re.compile("[\u0621-\u064a]{3}")
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_MARKS = re.compile("[\u064b-\u0652\u0640]")
FEWEST_WORDS = 40


def reprints(text: str, chance: random.Random) -> dict[str, str]:
    """The text as other outlets print it again, by kind."""
    parts = [p for p in re.split(r"\n+", text) if p.strip()]
    sentences = re.split(r"(?<=[.!؟])\s+", text)
    words = text.split()
    arabic = bool(_ARABIC.search(text))
    cut = "\n".join(parts[: max(1, len(parts) * 2 // 3)]) if len(parts) > 2 else " ".join(words[: len(words) * 3 // 4])
    middle = chance.randrange(1, len(parts)) if len(parts) > 1 else len(parts)
    lead = _LEADS[arabic][chance.randrange(len(_LEADS[arabic]))]
    credit = _CREDITS[arabic][chance.randrange(len(_CREDITS[arabic]))]
    found = {
        "credit": f"{credit} {text}\n{_TAIL}",
        "cut tail": cut,
        "spelling": _MARKS.sub("", text).replace("أ", "ا").replace("إ", "ا").translate(_EASTERN),
        "own paragraph": "\n".join([*parts[:middle], _OWN[arabic], *parts[middle:]]),
        "credit and cut": f"{credit} {cut}",
        "copy edit": re.sub(r"\bsaid\b", "stated", text).replace("قال ", "ذكر ").replace("أكد ", "أوضح "),
        "own last line": f"{text}\n{_OWN[arabic]}",
    }
    if len(sentences) > 4:
        found["edited lead"] = " ".join([lead, *sentences[1:]])
        found["a sentence less"] = " ".join(s for n, s in enumerate(sentences) if n != len(sentences) // 2)
        found["other order"] = " ".join([*sentences[:2], *sentences[3:], sentences[2]])
    return found


def series(text: str, chance: random.Random) -> dict[str, str]:
    """The same words on another day, by kind; only those that the text has words for."""
    turned = text
    for names in (_WEEKDAYS, _DAYS):
        for name, following in zip(names, (*names[1:], names[0]), strict=True):
            turned = re.sub(rf"{name}(?!\0)", f"\0{following}\0", turned) if name in text else turned
    weekday = turned.replace("\0", "")
    numbers = re.sub(r"\d+", lambda found: str(int(found.group()) + 7), text)
    one = re.sub(r"\d+", lambda found: str(int(found.group()) + 1), text, count=1)
    month = text
    for names in _MONTHS:
        here = next((n for n in names if re.search(rf"(?<!\w){n}(?!\w)", month)), None)
        if here:
            month = re.sub(rf"(?<!\w){here}(?!\w)", names[(names.index(here) + 1) % len(names)], month)
    place = text
    for names in _PLACES:
        here = next((n for n in names if n in place), None)
        if here:
            place = place.replace(here, names[(names.index(here) + 1) % len(names)])
    both = re.sub(r"\d+", lambda found: str(int(found.group()) + 7), weekday)
    made = {
        "weekday": weekday,
        "numbers": numbers,
        "one number": one,
        "month": month,
        "place": place,
        "day and numbers": both,
    }
    return {kind: other for kind, other in made.items() if other != text}


def found(one: Sketched, other: Sketched) -> bool:
    """As in production: a shared band, then the words."""
    return bool(set(one.bands()) & set(other.bands())) and is_copy(one, other)


def measure() -> dict[str, Any]:
    """Precision, recall and pairs, by kind and language; sketches a second."""
    chance = random.Random(7)
    rows = [r for name in ("dev", "gold") for r in read_set(name)]
    texts = list(dict.fromkeys(r["text"] for r in rows if len(r["text"].split()) >= FEWEST_WORDS))
    start = time.perf_counter()
    known = [sketched(t) for t in texts]
    bands = [set(s.bands()) for s in known]
    rate = len(texts) / (time.perf_counter() - start)
    hits: dict[str, list[bool]] = defaultdict(list)
    wrong: dict[str, list[bool]] = defaultdict(list)
    for sketch, text in zip(known, texts, strict=True):
        for kind, copy in reprints(text, chance).items():
            hits[kind].append(found(sketch, sketched(copy)))
            hits["Arabic" if _ARABIC.search(text) else "English"].append(hits[kind][-1])
        for kind, other in series(text, chance).items():
            wrong[kind].append(found(sketch, sketched(other)))
    pairs = itertools.combinations(range(len(known)), 2)
    apart = [bool(bands[a] & bands[b]) and is_copy(known[a], known[b]) for a, b in pairs]
    good = hits["Arabic"] + hits["English"]
    joined = sum(sum(v) for v in wrong.values()) + sum(apart)
    return {
        **{f"recall: {kind}": round(sum(v) / len(v), 4) for kind, v in hits.items()},
        **{f"joined: {kind}": f"{sum(v)} of {len(v)}" for kind, v in wrong.items()},
        "different pairs": len(apart),
        "different joined": sum(apart),
        "positives": len(good),
        "negatives": sum(len(v) for v in wrong.values()) + len(apart),
        "recall": round(sum(good) / len(good), 4),
        "precision": round(sum(good) / (sum(good) + joined), 4),
        "sketches a second": round(rate),
    }


def main(arguments: list[str]) -> int:
    """Print the figures; 1 below precision 0.98 or recall 0.95."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    figures = measure()
    for name, value in figures.items():
        print(f"{name:24} {value}")
    if options.json:
        print(json.dumps(figures))
    return int(figures["precision"] < 0.98 or figures["recall"] < 0.95)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
