"""A new coder over stored articles: shown first, resumable, and never over a person."""

from __future__ import annotations

import datetime as dt
from io import StringIO

import pytest
from django.core.management import call_command

from accounts.models import User
from events.models import Article, Claim, Event, Source
from events.resolution import correct
from ingest import pipeline, recoding, storing
from ingest.recoding import Difference, difference

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped"), pytest.mark.slow]

BODY = "Iraqi Foreign Minister Fuad Hussein met his Syrian counterpart Asaad al-Shaibani in Baghdad on Thursday to discuss border security."  # noqa: E501


def store(n: int = 1) -> Article:
    """A stored and coded article."""
    stored = storing.store_text(
        Source.objects.order_by("pk")[0].pk,
        f"https://news.example/{n}",
        title="",
        body=f"{BODY} Item {n}.",
        lang="en",
        published=dt.datetime(2025, 9, 12, 9, tzinfo=dt.UTC),
    )
    assert stored.text is not None
    pipeline.record_coded(stored.text, pipeline.code_text(stored.text))
    return stored.article


def command(*arguments: str) -> str:
    """What the command prints."""
    out = StringIO()
    call_command("recode", *arguments, stdout=out)
    return out.getvalue()


def test_what_changed_is_told_apart_from_what_is_new() -> None:
    a, b, c = ("meeting", "2025-01-01", "done", ""), ("meeting", "2025-01-02", "done", ""), ("call", "", "done", "")
    assert difference(1, [a, c], [b]) == Difference(1, lost=(c,), changed=((a, b),))
    assert not difference(1, [a], [a])


def test_a_dry_run_shows_and_writes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    article = store()
    assert recoding.stale_ids() == []
    monkeypatch.setattr(recoding, "CODER_VERSION", "next")
    monkeypatch.setattr(pipeline, "code_article", lambda *given: pipeline.CodedArticle(False, 0.1, ()))
    before = Event.objects.count()
    printed = command("--dry-run")
    assert "- text" in printed
    assert "1 lost" in printed
    event = Event.objects.order_by("-pk")[0]
    assert f"- event {event.public_id}" in printed
    assert "events: at most 0 would be gained, 1 lost, 0 changed" in printed
    assert (Event.objects.count(), len(recoding.stale_ids())) == (before, 1)
    assert Article.objects.get(pk=article.pk).current_coding_id == article.__class__.objects.get().current_coding_id


def test_an_event_that_others_tell_of_too_is_changed_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    store(1)
    store(2)
    monkeypatch.setattr(recoding, "CODER_VERSION", "next")
    monkeypatch.setattr(pipeline, "code_article", lambda *given: pipeline.CodedArticle(False, 0.1, ()))
    assert "0 lost, 1 changed" in command("--dry-run", "--limit", "1")


def test_it_goes_on_where_it_stopped_and_a_correction_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    before = set(Event.objects.values_list("pk", flat=True))
    store(1)
    event = Event.objects.exclude(pk__in=before).get()
    editor = User.objects.create(username="editor")
    claim = Claim(field="modality", v_choice="cancelled", asserts=True)
    correct(event, [claim], author=editor, reason="called off, says the ministry")
    store(2)
    for module in (recoding, pipeline):
        monkeypatch.setattr(module, "CODER_VERSION", "next")
    assert len(recoding.stale_ids()) == 2
    assert "1 articles" in command("--limit", "1")
    assert len(recoding.stale_ids()) == 1
    command()
    assert recoding.stale_ids() == []
    event.refresh_from_db()
    assert event.modality == "cancelled"
    assert "every article" in command()
