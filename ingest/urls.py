"""The page of sources."""

from django.urls import path

from ingest import views

app_name = "ingest"

urlpatterns = [
    path("sources/", views.sources, name="sources"),
    path("sources.json", views.sources_json, name="sources_json"),
    path("sources.csv", views.sources_csv, name="sources_csv"),
]
