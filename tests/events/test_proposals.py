"""Persons in office whom the registry does not know."""

from __future__ import annotations

import datetime as dt

import pytest

from accounts.models import User
from events.models import Article, ArticleText, Office, ProposedActor, Role, Source
from events.proposals import accept, decline, propose
from ingest.lexicon_source import build_lexicon

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def text(shipped: None) -> ArticleText:
    article = Article.objects.create(
        url="https://news.example/1", url_sha256=b"1" * 32, source=Source.objects.order_by("pk")[0]
    )
    published = dt.datetime(2026, 6, 12, 9, tzinfo=dt.UTC)
    return ArticleText.objects.create(
        article=article, n=1, lang="ar", title="", body="وزير العدل", sha256=b"2" * 32, published=published
    )


def test_accepted_he_holds_the_office_and_the_coder_knows_him(text: ArticleText) -> None:
    office = "iq_moj:minister-of-justice"
    found = propose(text, "كاظم الفلاحي", office, "قال وزير العدل كاظم الفلاحي")
    assert found is not None
    assert propose(text, "كاظم الفلاحي", office, "again") == found
    editor = User.objects.create(username="editor")
    actor = accept(found, editor)
    role = Role.objects.get(person=actor)
    assert (role.office.code, role.start, actor.side) == (office, dt.date(2026, 6, 12), "IQ")
    found.refresh_from_db()
    assert (found.status, found.actor, found.decided_by) == ("accepted", actor, editor)
    assert build_lexicon().holder(office, dt.date(2026, 6, 20)) == actor.code
    with pytest.raises(ValueError, match="decided"):
        accept(found, editor)


def test_declined_he_is_not_proposed_again(text: ArticleText) -> None:
    office = Office.objects.order_by("pk")[0].code
    found = propose(text, "Somebody Else", office, "a sentence")
    assert found is not None
    decline(found, User.objects.create(username="editor"))
    assert propose(text, "Somebody Else", office, "a sentence") == found
    assert ProposedActor.objects.get().status == "declined"


def test_an_office_that_is_not_in_the_registry_proposes_nobody(text: ArticleText) -> None:
    assert propose(text, "Somebody", "nowhere:chief", "a sentence") is None
