"""Reprints found and missed: `python -m benchmarks.duplicates [--json]`.

The labelled pairs are made of the development articles: each as another outlet would print it again (positive), each as
tomorrow's number of a daily series (negative), and all pairs of different articles (negative; many tell of one event).
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
import sys
import time

from benchmarks.score import read_set
from ingest.nearness import Sketched, is_copy, sketched

_WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TAIL = "للمزيد من الأخبار تابعوا قناتنا على تلغرام. Follow our channel for more news of the day and the region."
_OWN = "ويأتي هذا الخبر في وقت تتابع فيه المنصة ملفات المنطقة كافة وتنشر ما يردها من المراسلين تباعاً."
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_MARKS = re.compile("[\u064b-\u0652\u0640]")
FEWEST_WORDS = 40


def reprints(text: str, chance: random.Random) -> list[str]:
    """The text as other outlets print it again."""
    parts = [p for p in re.split(r"\n+", text) if p.strip()]
    words = text.split()
    shorter = (
        "\n".join(parts[: max(1, len(parts) * 2 // 3)]) if len(parts) > 2 else " ".join(words[: len(words) * 3 // 4])
    )
    middle = chance.randrange(1, len(parts)) if len(parts) > 1 else len(parts)
    respelled = _MARKS.sub("", text).replace("أ", "ا").replace("إ", "ا").translate(_EASTERN)
    return [
        f"متابعة / {text}\n{_TAIL}",
        shorter,
        respelled,
        "\n".join([*parts[:middle], _OWN, *parts[middle:]]),
    ]


def tomorrow(text: str) -> str | None:
    """The same words of another day with other numbers; None where the text has neither."""
    turned = text
    for names in (_WEEKDAYS, _DAYS):
        for name, following in zip(names, (*names[1:], names[0]), strict=True):
            turned = re.sub(rf"{name}(?!\0)", f"\0{following}\0", turned) if name in text else turned
    turned = re.sub(r"\d+", lambda found: str(int(found.group()) + 7), turned.replace("\0", ""))
    return turned if turned != text else None


def found(one: Sketched, other: Sketched) -> bool:
    """As in production: a shared band, then the words."""
    return bool(set(one.bands()) & set(other.bands())) and is_copy(one, other)


def measure() -> dict[str, float]:
    """Precision, recall and pairs; sketches a second."""
    chance = random.Random(7)
    texts = [r["text"] for r in read_set("dev") if len(r["text"].split()) >= FEWEST_WORDS]
    start = time.perf_counter()
    known = [sketched(t) for t in texts]
    bands = [set(s.bands()) for s in known]
    rate = len(texts) / (time.perf_counter() - start)
    hits = [found(s, sketched(copy)) for s, t in zip(known, texts, strict=True) for copy in reprints(t, chance)]
    series = [found(s, sketched(other)) for s, t in zip(known, texts, strict=True) if (other := tomorrow(t))]
    pairs = itertools.combinations(range(len(known)), 2)
    apart = [bool(bands[a] & bands[b]) and is_copy(known[a], known[b]) for a, b in pairs]
    wrong = sum(series) + sum(apart)
    return {
        "positives": len(hits),
        "recall": round(sum(hits) / len(hits), 4),
        "series": len(series),
        "series_joined": sum(series),
        "different_pairs": len(apart),
        "different_joined": sum(apart),
        "precision": round(sum(hits) / (sum(hits) + wrong), 4),
        "sketches_per_s": round(rate),
    }


def main(arguments: list[str]) -> int:
    """Print the figures; 1 below precision 0.98 or recall 0.95."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    figures = measure()
    for name, value in figures.items():
        print(f"{name:18} {value:,}")
    if options.json:
        print(json.dumps(figures))
    return int(figures["precision"] < 0.98 or figures["recall"] < 0.95)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
