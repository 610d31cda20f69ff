"""What a site's robots.txt asks of us: RFC 9309, with wildcards, and Crawl-delay. PURE."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

MAX_RULES = 5_000
MOST_DELAY = 60.0
"""Seconds of Crawl-delay that are obeyed; who asks for more is asked no more often than once a minute."""
_PARTS = re.compile(r"[A-Za-z_-]+")
_SAFE = "/?&=+$,;:@!*'()~%-._[]"


@dataclass(frozen=True, slots=True)
class Rules:
    """The group that is meant for us: (allowed, pattern) as written, and the pause between two requests in seconds."""

    rules: tuple[tuple[bool, str], ...] = ()
    delay: float = 0.0

    def allows(self, url: str) -> bool:
        """Whether a URL may be fetched: the longest pattern that fits decides; of two as long, the one that allows."""
        parts = urlsplit(url)
        path = _normal(f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}")
        if path == "/robots.txt":
            return True
        fitting = [(len(pattern), allowed) for allowed, pattern in self.rules if _fits(pattern, path)]
        return max(fitting)[1] if fitting else True


def parse(text: str, agent: str) -> Rules:
    """The rules for an agent: all groups that name it, else those for everybody."""
    named: list[tuple[bool, str]] = []
    general: list[tuple[bool, str]] = []
    delays = {"named": 0.0, "general": 0.0}
    found = {"named": False}
    current: set[str] = set()
    in_rules = True
    for line in text.splitlines()[: MAX_RULES * 4]:
        field, colon, value = line.partition("#")[0].partition(":")
        name, value = field.strip().lower(), value.strip()
        if not colon:
            continue
        if name == "user-agent":
            current = set() if in_rules else current
            in_rules = False
            current |= _names_us(value, agent)
            found["named"] |= "named" in current
            continue
        if name in ("allow", "disallow", "crawl-delay"):
            in_rules = True
        for group in current:
            if name in ("allow", "disallow") and value:
                (named if group == "named" else general).append((name == "allow", _normal(value)))
            elif name == "crawl-delay":
                delays[group] = max(delays[group], _seconds(value))
    which = "named" if found["named"] else "general"
    return Rules(tuple((named if which == "named" else general)[:MAX_RULES]), min(delays[which], MOST_DELAY))


def _names_us(value: str, agent: str) -> set[str]:
    if value == "*":
        return {"general"}
    token = _PARTS.match(value)
    return {"named"} if token and token.group().lower() == agent.lower() else set()


def _seconds(value: str) -> float:
    return float(value) if re.fullmatch(r"[0-9]{1,6}(?:\.[0-9]{1,3})?", value) else 0.0


def _normal(path: str) -> str:
    """One spelling of a path: what is not ASCII is percent-encoded, codes are written in capitals."""
    text = quote(path, safe=_SAFE)
    return re.sub(r"%([0-9a-fA-F]{2})", lambda found: _decoded(found.group(1)), text)


def _decoded(code: str) -> str:
    character = chr(int(code, 16))
    return character if character.isascii() and (character.isalnum() or character in "-._~") else f"%{code.upper()}"


def _fits(pattern: str, path: str) -> bool:
    """Whether a pattern (`*` anything, `$` at its end the end) fits a path from its start; in linear time."""
    whole = pattern.endswith("$")
    first, *rest = (pattern[:-1] if whole else pattern).split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for n, piece in enumerate(rest):
        if whole and n == len(rest) - 1:
            return len(path) - len(piece) >= at and path.endswith(piece)
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return not whole or at == len(path)
