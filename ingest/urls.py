"""The page of sources."""

from django.urls import path

from ingest import views

app_name = "ingest"

urlpatterns = [path("sources/", views.sources, name="sources")]
