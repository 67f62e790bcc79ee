"""The way in of the demo: it exists only where settings put these addresses, and only on a marked database."""

from django.urls import path

from kring.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.cast, name="cast"),
    path("link/", views.link, name="link"),
    path("<slug:key>/", views.visit, name="visit"),
]
