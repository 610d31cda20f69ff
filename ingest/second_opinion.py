"""A second reader over HTTP: an OpenAI-compatible endpoint on the deployment's own network. Off unless set.

What it answers is only ever proposed, and only where it quotes the text (ingest/coding/second.py). An endpoint that
fails, is slow or answers nonsense changes nothing.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
from collections.abc import Iterable, Mapping
from typing import Any

import httpcore2
from django.conf import settings

log = logging.getLogger(__name__)
MAX_ANSWER = 1_000_000
MAX_TEXT = 24_000
"""Characters of an article that are sent."""
INSTRUCTION = (
    "You read one news article and list events of security cooperation between Iraq and Syria that it reports. Answer"
    ' with JSON only: {"reports": [...]}. Each report has type, modality, background, date, date_basis, date_precision,'
    " place, participants [{actor, name, part}], counts [{value, unit, kind, scope}], themes, and spans [{field, text,"
    " in}] where text is copied exactly from the title or text for every value. Leave out whatever you cannot quote."
)


class HttpReader:
    """Asks a chat endpoint. `url` is its base, as http://host:port/v1."""

    def __init__(self, url: str, model: str, key: str, seconds: float) -> None:
        self.url, self.model, self.key, self.seconds = url.rstrip("/"), model, key, seconds

    def propose(
        self, title: str, body: str, published: dt.date | None, lang: str | None
    ) -> Iterable[Mapping[str, Any]]:
        """What the endpoint proposes; nothing when it fails."""
        article = {"title": title, "text": body[:MAX_TEXT], "published": published and published.isoformat()}
        question = {
            "model": self.model,
            "temperature": 0,
            "messages": [
                {"role": "system", "content": INSTRUCTION},
                {"role": "user", "content": json.dumps(article, ensure_ascii=False)},
            ],
        }
        try:
            reports = json.loads(self._ask(question)["choices"][0]["message"]["content"])["reports"]
            return [r for r in reports if isinstance(r, Mapping)]
        except (OSError, ValueError, KeyError, IndexError, TypeError, httpcore2.NetworkError) as error:
            log.warning("no second opinion: %s", error)
        except (httpcore2.TimeoutException, httpcore2.ProtocolError) as error:
            log.warning("no second opinion: %s", error or type(error).__name__)
        return []

    def _ask(self, question: Mapping[str, Any]) -> Any:
        headers = {"content-type": "application/json"}
        if self.key:
            headers["authorization"] = f"Bearer {self.key}"
        timeout = dict.fromkeys(("connect", "read", "write", "pool"), self.seconds)
        with (
            httpcore2.ConnectionPool() as pool,
            pool.stream(
                "POST",
                f"{self.url}/chat/completions",
                headers=headers,
                content=json.dumps(question).encode(),
                extensions={"timeout": timeout},
            ) as answer,
        ):
            if answer.status != 200:
                raise ValueError(f"HTTP {answer.status}")
            body = b""
            for part in answer.iter_stream():
                body += part
                if len(body) > MAX_ANSWER:
                    raise ValueError("too long an answer")
            return json.loads(body)


def configured_reader() -> HttpReader | None:
    """The reader that the settings name, or None: no second opinion is asked for."""
    if not settings.SECOND_OPINION_URL:
        return None
    return HttpReader(
        settings.SECOND_OPINION_URL,
        settings.SECOND_OPINION_MODEL,
        settings.SECOND_OPINION_KEY,
        settings.SECOND_OPINION_SECONDS,
    )
