"""What the templates need beyond Django's own tags: names, links that lead out, the page in the other language."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import RequestContext
from django.urls import translate_url

from events.links import host_of, safe_url
from events.wording import arabic, confidence_word, date_text, number, percent, signed

register = template.Library()

register.filter("number", number)
register.filter("signed", signed)
register.filter("day", date_text)
register.filter("percent", percent)
register.filter("confidence_word", confidence_word)
register.filter("safe_href", safe_url)
register.filter("host", host_of)


@register.filter
def named(thing: Any) -> str:
    """The name of a registry row in the reader's language; nothing for None."""
    return str(thing.name_in("ar" if arabic() else "en")) if thing else ""


@register.filter
def titled(thing: Any) -> str:
    """The title of a series in the reader's language."""
    return str((arabic() and thing.title_ar) or thing.title_en) if thing else ""


@register.filter
def event_title(event: Any) -> str:
    """An event's title in the reader's language."""
    return str(event.title_in("ar" if arabic() else "en") or event.public_id)


@register.simple_tag(takes_context=True)
def here_in(context: RequestContext, language: str) -> str:
    """This very page, filters and all, in another language."""
    request = context.get("request")
    return translate_url(request.get_full_path(), language) if request else "/"
