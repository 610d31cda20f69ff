"""`python -m benchmarks.speed [--json]`: how fast the coder reads, beside the bare scan of the same text.

The yardstick is `ahocorasick_rs` over the same names and the raw texts, in the same run. General stream: 3 KB
articles of which one in a hundred is relevant; relevant: the hand-coded articles that are.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from statistics import median

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from benchmarks.score import read_set
from ingest.coding.arabic import fold
from ingest.coding.coder import code_article
from ingest.coding.contract import parse_published
from ingest.coding.lexicon import shipped

SIZE = 3_000
GENERAL = 2_000
RELEVANT = 500
"""Articles that the rate of relevant ones is measured on, evenly from both sets."""
ROUNDS = 5
FILLER = (
    "وقال مسؤولون إن الأعمال في المشروع تسير وفق الجدول المعلن، وإن السكان ينتظرون انتهاءها قبل الشتاء. ",
    "وارتفعت أسعار الخضر في الأسواق المحلية خلال الأسبوع الماضي، بحسب تجار في العاصمة. ",
    "Officials said the programme would be widened to other towns once its first phase had been reviewed. ",
    "The ministry of finance published its monthly figures, which show little change in spending on wages. ",
    "وذكر بيان للوزارة أن الفريق الفني أجرى زيارة إلى محافظة البصرة واطلع على سير العمل في الميناء. ",
    "Visitors to the book fair said prices had risen, though the number of publishers was larger than before. ",
)


def _general(relevant: Sequence[tuple[str, str, object]]) -> list[tuple[str, str, object]]:
    """A news stream: one article in a hundred is relevant, every tenth of the others names one of the two countries."""
    stream = []
    for n in range(GENERAL):
        if relevant and n % 100 == 0:
            stream.append(relevant[n // 100 % len(relevant)])
            continue
        arabic = [line for line in FILLER if (line[0] > "\u0600") == bool(n % 5)]
        text = "".join(arabic[(n + k) % len(arabic)] for k in range(60))[:SIZE]
        if n % 10 == 0:
            text = text[: SIZE - 60] + ("وصل الوزير إلى بغداد أمس." if n % 5 else "The minister is in Baghdad.")
        stream.append(("خبر" if n % 5 else "News", text, dt.date(2025, 9, 12)))
    return stream


def _relevant() -> list[tuple[str, str, object]]:
    rows = [r for name in ("gold", "dev") for r in read_set(name) if r["expected"]["relevant"]]
    rows = rows[:: max(1, len(rows) // RELEVANT)]
    return [(r["title"] or "", r["text"], parse_published(r["published"])) for r in rows]


def _seconds(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return median(times)


def measure() -> dict[str, float]:
    """All figures of one run."""
    lexicon = shipped()
    relevant = _relevant()
    general = _general(relevant)
    bare = AhoCorasick(
        lexicon.patterns, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA, store_patterns=False
    )

    def scan(stream: Sequence[tuple[str, str, object]]) -> float:
        return _seconds(lambda: [bare.find_matches_as_indexes(text) for _, text, _ in stream])

    def code(stream: Sequence[tuple[str, str, object]]) -> float:
        return _seconds(lambda: [code_article(t, b, d, None, lexicon) for t, b, d in stream])  # type: ignore[arg-type]

    code(relevant)
    tagging = _seconds(lambda: [lexicon.find(fold(text).text) for _, text, _ in general])
    general_scan, general_code = scan(general), code(general)
    relevant_scan, relevant_code = scan(relevant), code(relevant)
    return {
        "general_articles_per_s": round(len(general) / general_code),
        "general_vs_bare_scan": round(general_code / general_scan, 2),
        "tagging_vs_bare_scan": round(tagging / general_scan, 2),
        "relevant_articles_per_s": round(len(relevant) / relevant_code),
        "relevant_vs_bare_scan": round(relevant_code / relevant_scan, 1),
        "megabyte_seconds": round(_megabyte(), 3),
        "start_seconds": round(_start(), 2),
        "memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def _megabyte() -> float:
    """Seconds for 1 MB of relevant text without a full stop, the slowest of some floods."""
    floods = ("العراق وسوريا التقى 150 جندي ", "a\u064e", "met Iraq and Syria on Monday 1,905 soldiers ")
    lexicon, day = shipped(), dt.date(2025, 9, 12)
    worst = 0.0
    for flood in floods:
        text = (flood * (1_000_000 // len(flood.encode())))[:1_000_000]
        began = time.perf_counter()
        code_article("العراق وسوريا", text, day, None, lexicon)
        worst = max(worst, time.perf_counter() - began)
    return worst


def _start() -> float:
    """Seconds from nothing to the first coded line."""
    began = time.perf_counter()
    line = '{"id": 1, "title": null, "text": "Iraq and Syria", "published": null, "lang": null}\n'
    subprocess.run([sys.executable, "-m", "ingest.coding"], input=line, text=True, capture_output=True, check=True)
    return time.perf_counter() - began


def main(arguments: list[str]) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    figures = measure()
    for name, value in figures.items():
        print(f"{name:26} {value:,}")
    if options.json:
        print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
