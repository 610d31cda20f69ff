"""One form for the many forms of a URL, and one digest for the same text. PURE."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from w3lib.url import canonicalize_url

_TRACKING = re.compile(
    r"utm_.*|fbclid|gclid|dclid|yclid|mc_[ce]id|igshid|ref|ref_src|cmpid|smid|at_.*|ns_.*|amp|outputType"
)
_AMP_PATH = re.compile(r"(?:/amp(?=/|$))|(?:\.amp(?=\.html?$|$))")
_WORDS = re.compile(r"\w+")


def canonical_url(url: str) -> str:
    """The one form under which an article is known: https, no tracking, no AMP, no default port, no fragment."""
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").lower().removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k)])
    path = _AMP_PATH.sub("", parts.path).rstrip("/") or "/"
    return str(canonicalize_url(urlunsplit(("https", host + port, path, query, ""))))


def url_key(url: str) -> bytes:
    """SHA-256 of the canonical URL: what is unique, whatever its length."""
    return hashlib.sha256(canonical_url(url).encode()).digest()


def text_key(title: str, body: str) -> bytes:
    """SHA-256 of a text's words: the same article under another address, or spaced otherwise, is the same text."""
    return hashlib.sha256(" ".join(_WORDS.findall(f"{title}\n{body}".lower())).encode()).digest()
