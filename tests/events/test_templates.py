"""The templates and their words: complete in Arabic, and nothing goes out unescaped."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from django.utils import translation
from django.utils.translation import gettext

from events.claimtext import FIELD_NAMES
from events.labels import LABELS

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
PO = (ROOT / "locale/ar/LC_MESSAGES/django.po").read_text(encoding="utf-8")
_ENTRY = re.compile(r'^msgid ((?:".*"\n)+)(?:msgid_plural ((?:".*"\n)+))?((?:msgstr.* (?:".*"\n)+)+)', re.M)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def plain(quoted: str) -> str:
    return "".join(re.findall(r'"(.*)"', quoted)).replace('\\"', '"').replace("\\n", "\n")


def words(template: str) -> set[str]:
    """Every msgid of a template that stands in a translate tag."""
    return {m[1] or m[2] for m in re.finditer(r"""{%\s*translate\s+(?:"([^"]*)"|'([^']*)')""", template)}


def test_no_word_of_the_catalogue_is_untranslated_or_fuzzy() -> None:
    entries = [(plain(m[1]), m[3]) for m in _ENTRY.finditer(PO + "\n")]
    assert len(entries) > 300
    assert [word for word, said in entries if word and re.search(r'^msgstr(\[\d\])? ""$', said, re.M)] == []
    assert "#, fuzzy" not in PO and "\n#~" not in PO


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_every_word_of_a_template_is_in_the_catalogue(path: Path) -> None:
    known = {plain(m[1]) for m in _ENTRY.finditer(PO + "\n")}
    assert words(path.read_text(encoding="utf-8")) <= known


def spoken(path: Path) -> set[str]:
    """Every literal that a module hands to gettext under any of its names."""
    calls = [n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call) and n.args]
    named = [n for n in calls if isinstance(n.func, ast.Name) and n.func.id in ("_", "gettext", "gettext_lazy")]
    return {n.args[0].value for n in named if isinstance(n.args[0], ast.Constant)}


@pytest.mark.slow
@pytest.mark.parametrize("app", ["accounts", "config", "events", "ingest"])
def test_every_word_of_the_code_is_in_the_catalogue(app: str) -> None:
    known = {plain(m[1]) for m in _ENTRY.finditer(PO + "\n")}
    said = set().union(*(spoken(path) for path in (ROOT / app).rglob("*.py")))
    assert said - known == set()


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    with translation.override("ar"):
        for m in _ENTRY.finditer(PO + "\n"):
            if m[1].strip() != '""' and not m[2] and "msgctxt" not in PO[max(0, m.start() - 40) : m.start()]:
                assert gettext(plain(m[1])) == plain(m[3].split(" ", 1)[1]), plain(m[1])


def test_every_label_is_arabic_on_an_arabic_page() -> None:
    labels = [*(text for names in LABELS.values() for text in names.values()), *FIELD_NAMES.values()]
    with translation.override("ar"):
        assert [str(text) for text in labels if not re.search("[\u0621-\u064a]", str(text))] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_trusts_no_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*(safe|safeseq)\b|autoescape\s+off", text)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", text), "a strict CSP refuses it"


def test_no_module_of_the_pages_trusts_text() -> None:
    for path in sorted((ROOT / "events").rglob("*.py")):
        assert "mark_safe" not in path.read_text(encoding="utf-8"), name(path)


@pytest.mark.parametrize("path", sorted((ROOT / "static/css").glob("*.css")), ids=name)
def test_style_sheets_know_no_left_and_right(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    bad = r"(?:margin|padding|border)-(?:left|right)|text-align:\s*(?:left|right)|float:|(?<![-\w])(?:left|right)\s*:"
    assert re.findall(bad, text) == []


def test_links_out_are_checked_and_say_nothing_of_us() -> None:
    for path in TEMPLATES:
        for link in re.findall(r"<a [^>]*href=\"{{[^>]*>", path.read_text(encoding="utf-8")):
            if "safe_href" in link:
                assert 'rel="noopener noreferrer nofollow"' in link, link
            else:
                assert not re.search(r"{{ \w*\.?(?:citation|outlet|source)_?url", link), link
