"""Addresses of the room `loyalty` about a child; they say nothing of what stands there (R26)."""

from django.urls import path

from kring.loyalty.views import parents, telling

app_name = "loyalty"
urlpatterns = [
    path("home/around/", parents.parents, name="parents"),
    path("home/around/new/", parents.worry, name="worry"),
    path("home/around/why/", telling.hard, name="hard"),
    path("home/around/back/<uuid:worry>/", parents.answer, name="answer"),
    path("home/around/<uuid:parent>/", parents.talks, name="talks"),
    path("home/around/<uuid:parent>/talk/", parents.gains, name="gains"),
    path("home/around/<uuid:parent>/<uuid:wish>/", parents.stance, name="stance"),
]
