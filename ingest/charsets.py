"""Bytes to text, whatever their label says: Arabic sites declare one character set and send another. PURE.

Order: byte order mark, UTF-16 told by its NULs, UTF-8, then what reads best of the declared set and the Arabic ones.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KNOWN = {
    "utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "utf-8", "ascii": "utf-8", "utf-16": "utf-8",
    "windows-1256": "cp1256", "cp1256": "cp1256", "x-cp1256": "cp1256",
    "iso-8859-6": "iso8859-6", "arabic": "iso8859-6", "asmo-708": "iso8859-6", "ecma-114": "iso8859-6",
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "windows-1252": "cp1252", "cp1252": "cp1252",
    "x-mac-arabic": "mac_arabic", "macarabic": "mac_arabic", "dos-720": "cp720", "cp720": "cp720", "ibm864": "cp864",
    "cp864": "cp864", "macintosh": "mac_roman", "x-sjis": "cp932", "shift-jis": "cp932", "gb2312": "gbk",
}  # fmt: skip
"""Labels whose set is another than their name says (as browsers read them), and the Arabic ones."""
_ALLOWED = re.compile(
    r"iso-8859-(?:[2-9]|1[013-6])|windows-125[0-8]|windows-874|koi8-[ru]|ibm866|gbk|gb18030|big5|big5-hkscs|euc-jp|euc-kr"
    r"|iso-2022-jp|tis-620"
)
"""The other sets that browsers read; what is not here (UTF-7, EBCDIC) is never applied."""
_ARABIC_SETS = {"cp1256": 0.0, "iso8859-6": 0.0, "mac_arabic": 0.05, "cp720": 0.05, "cp864": 0.2}
"""Arabic sets, and by how much a rare one must read better than the common ones."""
_DECLARED = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""")
_SAMPLE = 20_000
_HIGH = re.compile(rb"[\x80-\xff]")
_WORD = re.compile(r"[^\x00-\x40\x5b-\x60\x7b-\x7f]+")
_ARABIC_WORD = re.compile(
    "[\u0621-\u063a\u0641-\u064a\u0640][\u0621-\u063a\u0640-\u0652\u067e\u0686\u0698\u06a9\u06af]*"
)
_SIGNS = re.compile("(?:[وفبك]?ال|لل)[\u0621-\u064a]{2}|^(?:في|من|على|إلى|عن|ان|أن|مع|ما|لا|بين|بعد|هذا|التي|الذي)$")
_MARKS_ASTRAY = re.compile("^[\u064b-\u0652]|[\u064b-\u064d][\u0621-\u0626\u0628-\u064a]")
_LIKELY, _PLAINLY = 0.6, 0.76
"""Scores from which a text without a label, and one that is declared as another script, is read as Arabic."""
_FREQUENT = frozenset("اليمنوتربدعسقفحهكة")
_SHAPES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFE70, 0xFEFD)}
"""Arabic letters in one of their shapes, as cp864 has them, to the letters themselves."""
_FINE = "«»،؛؟٪“”‘’–—…•\u00a0\u200c\u200d\u200e\u200f"


def decode(body: bytes, content_type: str, problems: list[str]) -> str:
    """The text of an answer; what cannot be read becomes U+FFFD. A wrong label is noted in `problems`."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body.decode(name, "replace")
    wide = _wide(body)
    if wide:
        return body.decode(wide, "replace")
    labels = _labels(body, content_type)
    if "iso-2022-jp" in labels and b"\x1b" in body:
        return body.decode("iso-2022-jp", "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        if _broken_utf8(body, error):
            return body.decode("utf-8", "replace")
    declared = next((name for name in labels if name != "utf-8"), "")
    best = _best(body[:_SAMPLE], declared)
    if best != declared and declared not in ("", "cp1252"):
        problems.append(f"the declared character set is wrong; read as {_said(best)}")
    text = body.decode(best, "replace")
    return text.translate(_SHAPES) if best == "cp864" else text


def _said(name: str) -> str:
    return {"cp1256": "windows-1256", "iso8859-6": "ISO-8859-6"}.get(name, name)


def _wide(body: bytes) -> str:
    """UTF-16 (or UTF-32) without a byte order mark: every other byte of its markup is NUL."""
    head = body[:400]
    if head.count(0) < len(head) // 5 or len(head) < 8:
        return ""
    if head[:3] == b"\x00\x00\x00" or head[1:4] == b"\x00\x00\x00":
        return "utf-32-be" if head[0] == 0 else "utf-32-le"
    return "utf-16-be" if head[0::2].count(0) > head[1::2].count(0) else "utf-16-le"


def _labels(body: bytes, content_type: str) -> list[str]:
    """Sets that the text itself and then the header name, by the codecs' names; unknown labels are left out."""
    found = [_DECLARED.search(body[:2048]), _DECLARED.search(content_type.encode("latin-1", "replace"))]
    names = [f.group(1).decode("ascii").lower().replace("_", "-") for f in found if f]
    return [_KNOWN.get(n) or n for n in names if n in _KNOWN or _ALLOWED.fullmatch(n)]


def _broken_utf8(body: bytes, first: UnicodeDecodeError) -> bool:
    """UTF-8 with a few bytes lost or a tail cut off, not another set: most of its high bytes form characters."""
    sample = body[:_SAMPLE] if first.start < _SAMPLE else body[first.start - _SAMPLE // 2 : first.start + _SAMPLE // 2]
    high = len(_HIGH.findall(sample))
    text = sample.decode("utf-8", "ignore")
    read = len(text.encode()) - sum(1 for c in text if c < "\x80")
    return read * 10 >= high * 8


def _best(sample: bytes, declared: str) -> str:
    """The set that reads best; the declared one unless another is plainly Arabic and it is not."""
    scores = {name: _arabic(sample.decode(name, "replace")) - less for name, less in _ARABIC_SETS.items()}
    if declared in scores:
        scores[declared] += 0.02 + _ARABIC_SETS[declared]
    best = max(scores, key=lambda name: scores[name])
    if scores[best] >= (_LIKELY if declared in ("", *scores) else _PLAINLY):
        return best
    return declared or "cp1252"


def _arabic(text: str) -> float:
    """How far a text reads as Arabic: about 0.9 for good Arabic, below 0.6 for another language's letters."""
    if "\ufe70" <= max(text, default="") <= "\uffff":
        text = text.translate(_SHAPES)
    words = [core for word in _WORD.findall(text) if not word.isascii() and (core := word.strip(_FINE))]
    if not words:
        return 0.0
    good, signs = 0.0, 0
    for word in words:
        if _MARKS_ASTRAY.search(word):
            good -= len(word)
        elif _ARABIC_WORD.fullmatch(word):
            good += len(word)
            signs += bool(_SIGNS.match(word))
        else:
            good -= 2 * sum(1 for c in word if not _ARABIC_WORD.match(c))
    letters = "".join(words)
    frequent = sum(1 for c in letters if c in _FREQUENT) / len(letters)
    return good / len(letters) * (0.5 + 0.4 * frequent + 0.3 * min(signs / len(words), 0.5))
