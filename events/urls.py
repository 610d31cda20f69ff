"""The addresses of events, articles and actors; lists and charts have their JSON and CSV beside them."""

from django.urls import path

from events import api, views

app_name = "events"

urlpatterns = [
    path("", views.timeline, name="timeline"),
    path("timeline.json", api.timeline_json, name="timeline_json"),
    path("timeline.csv", api.timeline_csv, name="timeline_csv"),
    path("months.json", api.months_json, name="months_json"),
    path("months.csv", api.months_csv, name="months_csv"),
    path("events/<str:public_id>/", views.event, name="event"),
    path("articles/<int:pk>/", views.article, name="article"),
    path("actors/", views.actors, name="actors"),
    path("actors/<slug:code>/", views.actor, name="actor"),
    path("about/", views.about, name="about"),
]
