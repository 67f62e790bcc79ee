"""Addresses of the room `loyalty` for colleagues: how one talks with parents, and a sheet for them."""

from django.urls import path

from kring.loyalty.views import guiding

app_name = "talking"
urlpatterns = [
    path("", guiding.guide, name="guide"),
    path("<slug:language>.pdf", guiding.sheet, name="sheet"),
]
