"""The addresses: English at `/`, Arabic at `/ar/`."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from ingest import views

urlpatterns = [
    *([path("demo/", include("demo.urls"))] if settings.ISC_DEMO else []),
    path("healthz", views.healthz, name="healthz"),
    path("metrics", views.metrics, name="metrics"),
    *i18n_patterns(
        path("admin/", admin.site.urls),
        path("accounts/", include("django.contrib.auth.urls")),
        path("", include("ingest.urls")),
        path("", include("events.urls")),
        prefix_default_language=False,
    ),
]
