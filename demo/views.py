"""The sample outlets' feeds and pages."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed

from demo.samples import read


def feed(request: HttpRequest, outlet: str) -> HttpResponse:
    """The RSS feed of a sample outlet."""
    outlets, samples = read()
    found = next((o for o in outlets if o.id == outlet), None)
    if found is None:
        raise Http404
    rss = Rss201rev2Feed(found.name_en, request.build_absolute_uri(), "Sample articles", language=found.lang)
    for sample in samples:
        if sample.outlet == outlet:
            link = request.build_absolute_uri(reverse("demo-article", args=[sample.number]))
            rss.add_item(sample.title, link, sample.paragraphs[0], pubdate=sample.published, unique_id=link)
    return HttpResponse(rss.writeString("utf-8"), content_type="application/rss+xml; charset=utf-8")


def article(request: HttpRequest, number: int) -> HttpResponse:
    """The page of a sample article."""
    outlets, samples = read()
    sample = next((s for s in samples if s.number == number), None)
    if sample is None:
        raise Http404
    outlet = next(o for o in outlets if o.id == sample.outlet)
    return render(request, "demo/article.html", {"sample": sample, "outlet": outlet})
