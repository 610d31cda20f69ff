"""Arabic in six encodings under right, wrong and missing labels; other scripts left alone."""

from __future__ import annotations

import pytest

from ingest.charsets import decode

HEADLINES = [
    "لقاء في دمشق",
    "بغداد ودمشق تبحثان أمن الحدود",
    "وزير خارجية سوريا يزور بغداد غداً",
    "الدفاع: إحباط تهريب على الحدود مع سوريا",
    "تسليم 130 معتقلاً من مخيم الهول؛ «لا تراجع»؟",
]
ENCODINGS = ["utf-8", "utf-8-sig", "cp1256", "iso8859-6", "utf-16", "utf-16-le", "utf-16-be", "mac_arabic"]
LABELS = ["utf-8", "windows-1256", "iso-8859-6", "iso-8859-1", "windows-1252", "windows-1251", "us-ascii", "utf-16", ""]


def page(*headlines: str, label: str) -> str:
    declared = f' encoding="{label}"' if label else ""
    items = "".join(f"<item><title>{h}</title><link>https://a.example/</link></item>" for h in headlines)
    return f'<?xml version="1.0"{declared}?><rss version="2.0"><channel>{items}</channel></rss>'


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("real", ENCODINGS)
def test_arabic_is_read_exactly_whatever_the_label_says(real: str, label: str) -> None:
    for headlines in [HEADLINES, *([h] for h in HEADLINES)]:
        raw = page(*headlines, label=label).encode(real, "ignore")
        assert decode(raw, "", []) == raw.decode(real)


@pytest.mark.parametrize("label", LABELS)
def test_a_label_in_the_header_counts_as_one_in_the_text(label: str) -> None:
    raw = page(*HEADLINES, label="").encode("iso8859-6", "ignore")
    assert decode(raw, f"text/xml; charset={label}", []) == raw.decode("iso8859-6")


OTHERS = {
    "windows-1251": "Президент России провёл встречу с министром обороны",
    "koi8-r": "Президент России провёл встречу с министром",
    "iso-8859-7": "Ο πρωθυπουργός συναντήθηκε σήμερα στην Αθήνα",
    "windows-1255": "ראש הממשלה נפגש היום בירושלים עם שר הביטחון",
    "iso-8859-1": "El ministro está aquí, así será allá",
    "windows-1254": "Türkiye Cumhurbaşkanı bugün Şam'da görüştü",
    "gb18030": "中国外交部发言人今天表示",
    "shift_jis": "日本の首相は今日東京で会見した",
    "euc-kr": "대통령은 오늘 서울에서 회담을 가졌다",
}


@pytest.mark.parametrize("label", OTHERS)
def test_another_script_that_is_rightly_declared_stays_what_it_is(label: str) -> None:
    assert OTHERS[label] in decode(page(OTHERS[label], label=label).encode(label), "", [])


@pytest.mark.parametrize("broken", [b"\xff", b"\xd9", b"\xe2\x80"])
def test_a_broken_byte_does_not_make_utf8_another_set(broken: bytes) -> None:
    raw = page(*HEADLINES, label="utf-8").encode()
    at = raw.index(b"</title>")
    assert "تبحثان أمن الحدود" in decode(raw[:at] + broken + raw[at:], "", [])


@pytest.mark.parametrize("label", ["utf-7", "cp037", "rot13", "unicode_escape", "idna", "x-unknown"])
def test_a_set_that_no_browser_reads_is_not_applied(label: str) -> None:
    text = page("+ADw-script+AD4- \\u0041", label=label)
    assert decode(text.encode(), "", []) == text


def test_a_wrong_label_is_noted() -> None:
    problems: list[str] = []
    decode(page(*HEADLINES, label="windows-1251").encode("cp1256"), "", problems)
    assert problems == ["the declared character set is wrong; read as windows-1256"]
