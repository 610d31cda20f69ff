"""Which addresses the collector may connect to: public ones only, by our own table. PURE.

The standard library's `is_global` lets NAT64, 6to4 and multicast addresses through, so every range is named here.
"""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

MAX_URL = 2048

_REFUSED_V4 = [
    ipaddress.IPv4Network(n)
    for n in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
]
_GLOBAL_V6 = ipaddress.IPv6Network("2000::/3")
_REFUSED_V6 = [
    ipaddress.IPv6Network(n) for n in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "2620:4f:8000::/48")
]
_HOST = re.compile(r"(?=.{1,253}$)(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?")
_DOTTED = re.compile(r"(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])")
_NUMERIC = re.compile(r"[0-9a-fx.]*[0-9]\.?|0x[0-9a-f.x]*")
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f\\]|[\u0080-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


class BadUrl(ValueError):
    """An address that is never fetched, with the reason in words."""


def is_public(address: str) -> bool:
    """Whether an IP address literal belongs to the public internet."""
    ip = ipaddress.ip_address(address.split("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is None:
            return ip in _GLOBAL_V6 and not any(ip in net for net in _REFUSED_V6)
        ip = ip.ipv4_mapped
    return not any(ip in net for net in _REFUSED_V4)


def check_url(url: str) -> tuple[str, str, int]:
    """Scheme, host (ASCII, lower case) and port of a fetchable URL; BadUrl otherwise.

    One parser decides; what parsers read differently (user info, backslashes, odd numeric hosts) is refused.
    """
    if len(url) > MAX_URL:
        raise BadUrl(f"longer than {MAX_URL} characters")
    if _FORBIDDEN.search(url):
        raise BadUrl("contains a space, backslash or control character")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise BadUrl(str(error)) from error
    if parts.scheme not in ("http", "https"):
        raise BadUrl(f"scheme {parts.scheme or '(none)'} instead of http or https")
    if "@" in parts.netloc:
        raise BadUrl("user name in the address")
    host = parts.hostname or ""
    if not host or "%" in host:
        raise BadUrl("no host" if not host else "percent sign in the host")
    if ":" not in host:
        host = _ascii_host(host)
    return parts.scheme, host, port or (443 if parts.scheme == "https" else 80)


def _ascii_host(host: str) -> str:
    if not host.isascii():
        if any(c in host for c in "。．｡") or any(not c.isascii() and c.isnumeric() for c in host):
            raise BadUrl("odd characters in the host")
        try:
            host = host.encode("idna").decode()
        except UnicodeError as error:
            raise BadUrl("host is not a valid name") from error
    host = host.lower()
    if not _HOST.fullmatch(host):
        raise BadUrl("host is not a valid name")
    if _NUMERIC.fullmatch(host) and not _DOTTED.fullmatch(host):
        raise BadUrl("number in an unusual form as host")
    return host
