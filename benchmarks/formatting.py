"""`python -m benchmarks.formatting`: how right the coder stays when pages, feeds and pasting have spoilt a text.

Articles that no model is fitted on (`score.FRESH`) are coded as they are and after each kind of damage; a line each.
"""

from __future__ import annotations

import random
import re
import sys
import textwrap
from collections.abc import Callable, Sequence

from benchmarks.score import FRESH, Row, read_set, score, table

Damage = Callable[[str, random.Random], str]
EVERY = 4
"""One article in so many: coding them all two dozen times takes over ten minutes."""
SHOWN = ("relevant", "type", "date", "modality", "place", "participants", "counts", "spans")
_ARABIC = re.compile("[\u0600-\u06ff]")
_BUTTONS = {True: "شارك\nفيسبوك تويتر واتساب تلغرام\nA+ A-\n", False: "Share\nFacebook Twitter WhatsApp\n3 min read\n"}
_OTHER_NEWS = {
    True: "اقرأ أيضا: مجلس الوزراء يقر موازنة الطرق ويبحث أسعار القمح",
    False: "READ ALSO: Oil prices climb as traders weigh the OPEC meeting",
}
_CREDITS = {
    True: "\nللمزيد من الأخبار تابعوا قناتنا على تلغرام\nجميع الحقوق محفوظة",
    False: "\nSubscribe to our newsletter\nCopyright. All rights reserved.",
}


def _some(pattern: str, new: str, share: float) -> Damage:
    """Some of the places where a pattern fits."""

    def damage(text: str, chance: random.Random) -> str:
        return re.sub(pattern, lambda m: m.expand(new) if chance.random() < share else m.group(), text)

    return damage


def _wrapped(text: str, chance: random.Random) -> str:
    return "\n".join(textwrap.fill(line, chance.randint(50, 90)) for line in text.split("\n"))


def _page(text: str, chance: random.Random) -> str:
    arabic = bool(_ARABIC.search(text))
    lines = text.split("\n")
    lines.insert(max(1, len(lines) // 2), _OTHER_NEWS[arabic])
    return _BUTTONS[arabic] + "\n".join(lines) + _CREDITS[arabic]


def _entities(text: str, chance: random.Random) -> str:
    written = text.replace("&", "&amp;").replace('"', "&quot;").replace("'", "&#39;")
    return _some(" ", "&nbsp;", 0.06)(written, chance)


DAMAGES: dict[str, Damage] = {
    "tatweel": _some("([\u0628\u062a\u0633\u0639-\u0647\u064a])(?=[\u0627-\u064a])", r"\1ـ", 0.1),
    "vowel signs": _some("([\u0628-\u064a])", "\\1\u064e", 0.15),
    "letters of other keyboards": lambda t, _: t.replace("ي", "ی").replace("ك", "ک"),
    "alef, ya, ta marbuta": lambda t, _: re.sub("ة(?!\\w)", "ه", re.sub("ي(?!\\w)", "ى", re.sub("[أإآ]", "ا", t))),
    "Eastern digits": lambda t, _: t.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")) if _ARABIC.search(t) else t,
    "full-width digits": lambda t, _: t.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "thousands by blanks": lambda t, _: re.sub(r"(\d),(\d{3})", "\\1\u00a0\\2", t),
    "thousands by full stops": lambda t, _: re.sub(r"(\d),(\d{3})", r"\1.\2", t),
    "hidden characters": _some(" ", " \u200f", 0.1),
    "double blanks": _some(" ", "  ", 0.1),
    "entities": _entities,
    "tags": lambda t, _: "<p>" + t.replace("\n", "</p><p>") + "</p>",
    "no blank behind stops": _some(r"([.،:]) ", r"\1", 0.5),
    "blank before stops": lambda t, _: re.sub(r"([.،])(?=\s)", r" \1", t),
    "no full stops": lambda t, _: re.sub(r"\.(\s|$)", r"\1", t),
    "lines of a width": _wrapped,
    "lines broken anywhere": _some(" ", "\n", 0.03),
    "one line": lambda t, _: re.sub(r"\s*\n\s*", " ", t),
    "bullets": lambda t, _: "• " + t.replace("\n", "\n• "),
    "links": lambda t, _: t.replace("\n", " https://example.org/n/1\n"),
    "hashes": _some(r"(?<![\w#&-])(?=[A-Z\u0621-\u064a])", "#", 0.1),
    "page furniture": _page,
}


def _untitled(row: Row) -> Row:
    return {**row, "title": None, "text": f"{row['title'] or ''}\n{row['text']}".strip()}


def _line(label: str, rows: Sequence[Row]) -> str:
    figures = table(score(rows))["all"]
    return f"  {label:28}" + "  ".join(f"{name} {figures[name]:.3f}" for name in SHOWN)


def main() -> int:
    """Print a line per damage, the sound text first."""
    rows = [row for file in FRESH for row in read_set("dev", file)][::EVERY]
    print(f"{len(rows)} articles")
    print(_line("as written", rows), flush=True)
    print(_line("headline in the body", [_untitled(row) for row in rows]), flush=True)
    for label, damage in DAMAGES.items():
        chance = random.Random(7)
        print(_line(label, [{**row, "text": damage(row["text"], chance)} for row in rows]), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
