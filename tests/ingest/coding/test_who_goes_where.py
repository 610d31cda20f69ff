"""Who moves inside one country, what reinforcements come for, envoys named by their post: made-up news."""

from __future__ import annotations

import pytest

from tests.ingest.coding.coded import told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "الحسكة - غادرت اليوم الثلاثاء 60 عائلة من أبناء محافظة الرقة مخيم الهول شرقي الحسكة، عائدة إلى مناطقها، "
            "بحسب إدارة المخيم.",
            "refuge",
        ),
        (
            "دمشق - وصلت اليوم تعزيزات من الفرقة 66 إلى نقاط حرس الحدود بين البوكمال والسوسة على الحدود مع العراق، في "
            "إطار ضبط الحدود ومنع عمليات التهريب، بحسب وزارة الدفاع.",
            "border_measure",
        ),
        (
            "سمّت وزارة الخارجية السورية الدبلوماسي سامر الحلبي قائماً بأعمال السفارة السورية في بغداد، وفق ما أعلنته "
            "اليوم الثلاثاء.",
            "diplomatic_status",
        ),
        (
            "الحسكة - غادرت اليوم الثلاثاء 60 عائلة عراقية مخيم الهول شرقي الحسكة، عائدة إلى العراق، بحسب إدارة "
            "المخيم.",
            "repatriation",
        ),
    ],
)
def test_the_type_by_who_goes_where_and_what_for(text: str, kind: str) -> None:
    assert [r.type.value for r in told(text)] == [kind]


def test_what_a_faction_is_against_was_not_done_by_it() -> None:
    reports = told(
        "رفض زعيم عصائب أهل الحق قيس الخزعلي، اليوم الثلاثاء، نقل معتقلي داعش من السجون السورية إلى العراق، واصفاً ذلك "
        "بأنه خطر على البلاد."
    )
    assert all(r.confidence < 0.5 for r in reports if r.type.value == "detainee_transfer")
