from django.urls import path

from demo import views

urlpatterns = [
    path("<slug:outlet>.xml", views.feed, name="demo-feed"),
    path("articles/<int:number>/", views.article, name="demo-article"),
]
