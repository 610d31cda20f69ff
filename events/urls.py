"""The addresses of events, articles and actors; lists and charts have their JSON and CSV beside them."""

from django.urls import path

from events import api, board_files, boards, views

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
    path("events/<str:public_id>/sides.json", board_files.sides_json, name="sides_json"),
    path("events/<str:public_id>/sides.csv", board_files.sides_csv, name="sides_csv"),
    path("events/<str:public_id>/numbers.json", board_files.numbers_json, name="numbers_json"),
    path("events/<str:public_id>/numbers.csv", board_files.numbers_csv, name="numbers_csv"),
    path("numbers/", boards.numbers, name="numbers"),
    path("numbers.json", board_files.ledger_json, name="ledger_json"),
    path("numbers.csv", board_files.ledger_csv, name="ledger_csv"),
    path("promises/", boards.promised, name="promises"),
    path("promises.json", board_files.promises_json, name="promises_json"),
    path("promises.csv", board_files.promises_csv, name="promises_csv"),
    path("crossings/", boards.crossing_states, name="crossings"),
    path("crossings.json", board_files.crossings_json, name="crossings_json"),
    path("crossings.csv", board_files.crossings_csv, name="crossings_csv"),
    path("series/", boards.series_list, name="series_list"),
    path("series.json", board_files.all_series_json, name="all_series_json"),
    path("series.csv", board_files.all_series_csv, name="all_series_csv"),
    path("series/<slug:slug>/", boards.series, name="series"),
    path("series/<slug:slug>/series.json", board_files.series_json, name="series_json"),
    path("series/<slug:slug>/series.csv", board_files.series_csv, name="series_csv"),
    path("announcements/", boards.announcements, name="announcements"),
    path("announcements.json", board_files.lags_json, name="lags_json"),
    path("announcements.csv", board_files.lags_csv, name="lags_csv"),
    path("about/", views.about, name="about"),
]
