"""Links that lead out: only http and https, and the host as ASCII, so that a look-alike name shows what it is. PURE."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]")
_SAFE = "%/:=&?~#+!$,;'@()*[]"


def safe_url(url: str) -> str:
    """The URL with an ASCII host and path, or '' when it is not an http(s) URL with a host."""
    parts = _split(url)
    if parts is None:
        return ""
    host, port, path, query, fragment = parts
    scheme = "https" if url.lower().startswith("https") else "http"
    rest = (quote(part, _SAFE) for part in (path, query, fragment))
    return urlunsplit((scheme, f"{host}:{port}" if port else host, *rest))


def host_of(url: str) -> str:
    """The host in ASCII without 'www.', or ''."""
    parts = _split(url)
    return parts[0].removeprefix("www.") if parts else ""


def _split(url: str) -> tuple[str, int | None, str, str, str] | None:
    """Host, port, path, query, fragment; None for what a browser could take for something else. User names go."""
    if _UNSAFE.search(url) or "\\" in url:
        return None
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii") if parts.hostname else ""
        port = parts.port
    except (ValueError, UnicodeError):
        return None
    if parts.scheme.lower() not in ("http", "https") or not re.fullmatch(r"[a-z0-9.-]+", host):
        return None
    return host, port, parts.path, parts.query, parts.fragment
