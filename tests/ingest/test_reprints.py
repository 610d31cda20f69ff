"""Near-copies are linked to the first and coded all the same; a daily series is no reprint."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection

from events.models import Article, ArticleText
from ingest import reprints
from ingest.models import Sketch
from ingest.nearness import is_copy, sketched
from ingest.storing import Stored, store_text
from tests.reporting import source

NOON = dt.datetime(2025, 9, 16, 9, tzinfo=dt.UTC)
TEXT = (
    "أعلنت وزارة الهجرة والمهجرين وصول دفعة جديدة من العائلات العراقية العائدة من مخيم الهول في سوريا إلى مركز الأمل. "
    "وقالت الوزارة إن الدفعة ضمت 232 عائلة نقلتها حافلات برفقة القوات الأمنية عبر منفذ ربيعة الحدودي. "
    "وأضافت أن العائلات خضعت للتدقيق الأمني قبل مغادرتها المخيم وأنها ستبقى في المركز مدة أربعة أشهر للتأهيل."
)


def stored(path: str, body: str, outlet: str = "src_a", when: dt.datetime = NOON) -> Stored:
    return store_text(
        source(outlet).pk, f"https://{outlet}.example/{path}", title="عنوان", body=body, lang="ar", published=when
    )


@pytest.mark.django_db
def test_a_wire_text_printed_again_is_linked_to_the_first_and_still_coded() -> None:
    first = stored("1", TEXT)
    again = stored("2", f"بغداد - متابعة: {TEXT} وكانت الوزارة قد أعلنت برنامجها في وقت سابق.", "src_b")
    assert again.text is not None
    assert again.duplicate_of is None
    assert Article.objects.get(pk=again.article.pk).copy_of == first.article
    third = stored("3", TEXT.replace("أعلنت", "اعلنت").replace("232", "٢٣٢"), "src_c")
    assert Article.objects.get(pk=third.article.pk).copy_of == first.article


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("body", "when"),
    [
        (TEXT.replace("232", "178"), NOON),
        (TEXT.replace("وصول", "يوم الأحد وصول"), NOON),
        (TEXT.replace("منفذ ربيعة", "منفذ القائم"), NOON),
        (TEXT + " تحديث.", NOON + dt.timedelta(days=7)),
        ("أعلنت وزارة الداخلية العراقية إحباط محاولة تهريب قرب الحدود السورية واعتقال متهمين اثنين. " * 2, NOON),
    ],
    ids=["other number", "other day", "other place", "a week later", "other news"],
)
def test_what_tells_something_else_stays_apart(body: str, when: dt.datetime) -> None:
    stored("1", TEXT.replace("أعلنت", "أعلنت يوم السبت", 1) if "الأحد" in body else TEXT)
    assert Article.objects.get(pk=stored("2", body, "src_b", when).article.pk).copy_of is None


@pytest.mark.django_db
def test_an_edited_copy_that_becomes_a_text_of_its_own_loses_the_link() -> None:
    stored("1", TEXT)
    copy = stored("2", TEXT + " إضافة قصيرة.", "src_b").article
    assert Article.objects.get(pk=copy.pk).copy_of is not None
    stored(
        "2",
        "تقرير آخر تماماً عن لقاء وزير الداخلية العراقي نظيره السوري في دمشق لبحث ضبط الحدود المشتركة بين البلدين.",
        "src_b",
    )
    assert Article.objects.get(pk=copy.pk).copy_of is None
    assert Sketch.objects.count() == ArticleText.objects.count() == 3


def test_a_text_of_a_few_words_is_never_called_a_copy() -> None:
    short = sketched("وصل الوزير إلى دمشق")
    assert short.bands() == []
    assert not is_copy(short, short)


SERIES = (
    "The border guards stopped two attempts to smuggle goods near the crossing on the night of 5 {month} 2025. The "
    "officers found the goods in a lorry and handed the driver over to the court of the province, the command of the "
    "guards {said} in its daily statement about the work of its units along the frontier."
)


def test_another_month_is_another_number_of_the_series_and_the_same_month_by_its_other_name_is_not() -> None:
    march = sketched(SERIES.format(month="March", said="said"))
    assert not is_copy(march, sketched(SERIES.format(month="April", said="said")))
    assert is_copy(march, sketched(SERIES.format(month="March", said="stated")))
    arabic = TEXT.replace("مخيم الهول", "مخيم الهول يوم 5 كانون الثاني")
    assert is_copy(sketched(arabic), sketched(arabic.replace("كانون الثاني", "يناير")))
    assert not is_copy(sketched(arabic), sketched(arabic.replace("كانون الثاني", "كانون الأول")))


@pytest.mark.django_db
def test_near_copies_are_looked_up_by_index_however_many_texts_there_are() -> None:
    first = stored("1", TEXT)
    with connection.cursor() as cursor:
        cursor.execute(
            """INSERT INTO events_article (source_id, url, url_sha256)
            SELECT %s, 'u' || g, sha256(('u' || g)::bytea) FROM generate_series(1, 2000) g""",
            [first.article.source_id],
        )
        cursor.execute(
            """INSERT INTO events_articletext (article_id, n, lang, title, body, sha256, published, published_precision)
            SELECT id, 1, 'ar', 't', 'b', url_sha256, %s, 'minute' FROM events_article WHERE url LIKE 'u%%'""",
            [NOON],
        )
        cursor.execute(
            """INSERT INTO ingest_sketch (text_id, bands, told_at)
            SELECT id, ARRAY(SELECT id * 100 + k FROM generate_series(1, 42) k), %s FROM events_articletext
            WHERE body = 'b'""",
            [NOON],
        )
        cursor.execute("ANALYZE")
        look = reprints._CANDIDATES.split(";")[1]
        values = [list(range(42)), NOON - reprints.WITHIN, NOON + reprints.WITHIN, "ar", 0]
        cursor.execute(f"EXPLAIN {look}", values)
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "sketch_bands" in plan
    assert "Seq Scan" not in plan
    again = stored("2", f"بغداد - متابعة: {TEXT} وكانت الوزارة قد أعلنت برنامجها في وقت سابق.", "src_b")
    assert Article.objects.get(pk=again.article.pk).copy_of == first.article
