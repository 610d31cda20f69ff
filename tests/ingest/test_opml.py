"""Lists of feeds in and out of the admin."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from events.models import Source
from ingest.models import Feed
from ingest.opml import OpmlProblem, Outline, read_opml, write_opml
from tests.reporting import source

FEEDS = [
    Outline("INA", "https://ina.example/rss", homepage="https://ina.example/", lang="ar"),
    Outline("INA", "https://ina.example/en.rss", section="English", lang="en"),
    Outline("وزارة الداخلية", "https://moi.example/news", kind="listing", selector="ul.news a"),
]


def test_what_is_written_is_read_again() -> None:
    first, second, third = read_opml(write_opml(FEEDS))
    assert (first.source, first.url, first.homepage, first.lang) == (
        "INA", "https://ina.example/rss", "https://ina.example/", "ar",
    )  # fmt: skip
    assert (second.source, second.section) == ("INA", "English")
    assert (third.source, third.kind, third.selector) == ("وزارة الداخلية", "listing", "ul.news a")


def test_a_flat_list_of_another_reader_is_read_and_doubles_are_dropped() -> None:
    raw = b"""<opml version="1.0"><body><outline text="SANA" type="rss" xmlUrl="https://sana.example/feed"/>
    <outline text="SANA again" xmlUrl="https://sana.example/feed"/><outline text="odd" xmlUrl="ftp://x/y"/></body></opml>"""
    assert [(o.source, o.url, o.section) for o in read_opml(raw)] == [("SANA", "https://sana.example/feed", "")]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "well-formed"),
        (b"<html/>", "not OPML"),
        (b"<opml><body/></opml>", "lists no feeds"),
        (b'<!DOCTYPE o [<!ENTITY a "b">]><opml/>', "entities"),
        (b"<opml>" + b" " * 2_000_001, "larger"),
    ],
)
def test_what_is_no_list_says_why(raw: bytes, words: str) -> None:
    with pytest.raises(OpmlProblem, match=words):
        read_opml(raw)


@pytest.fixture
def admin(client: Client, db: None) -> Client:
    client.force_login(get_user_model().objects.create_superuser("boss"))
    return client


def test_the_admin_adds_what_is_new_switched_off_and_gives_it_out_again(admin: Client) -> None:
    source("ina", name_en="INA")
    Feed.objects.create(source=source("ina"), url="https://ina.example/rss", enabled=True)
    answer = admin.post(
        "/admin/ingest/feed/opml/", {"file": SimpleUploadedFile("f.opml", write_opml(FEEDS))}, follow=True
    )
    assert "2 feeds were added, switched off; 1 were known." in answer.content.decode()
    assert Feed.objects.filter(enabled=True).count() == 1
    assert Source.objects.get(name_en="وزارة الداخلية").feeds.get().selector == "ul.news a"
    chosen = {"action": "export_opml", "_selected_action": list(Feed.objects.values_list("pk", flat=True))}
    given = admin.post("/admin/ingest/feed/", chosen)
    assert {o.url for o in read_opml(given.content)} == {o.url for o in FEEDS}


def test_a_bad_file_is_refused_with_its_reason_and_adds_nothing(admin: Client) -> None:
    answer = admin.post("/admin/ingest/feed/opml/", {"file": SimpleUploadedFile("f.opml", b"<html/>")})
    assert "this is not OPML" in answer.content.decode()
    assert not Feed.objects.exists()


def test_only_staff_may_import(client: Client, db: None) -> None:
    assert client.get("/admin/ingest/feed/opml/").status_code == 302
