"""Addresses of the room `seeking` about a child; they say nothing of what stands there (R26)."""

from django.urls import path

from kring.seeking.views import lus, offering
from kring.seeking.views import path as looking

app_name = "seeking"
urlpatterns = [
    path("further/", looking.path, name="path"),
    path("further/<int:step>/", looking.look, name="look"),
    path("further/who/", looking.volunteers, name="volunteers"),
    path("further/who/<uuid:volunteer>/", looking.volunteer, name="volunteer"),
    path("further/along/", lus.refer, name="refer"),
    path("further/along/<uuid:referral>/", lus.referral, name="referral"),
    path("further/along/<uuid:referral>/kring.pdf", lus.sheet, name="sheet"),
    path("home/offer/", offering.offer, name="offer"),
]
