"""What every page knows of the site."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, Any]:
    """`demo`: whether all content is sample content; `public_read`: whether readers need no login."""
    return {"demo": settings.ISC_DEMO, "public_read": settings.PUBLIC_READ}
