"""Addresses of the room `rights`."""

from django.urls import path

from kring.rights.views import pictures, standing, wishes

app_name = "rights"
urlpatterns = [
    path("beside/", wishes.beside, name="beside"),
    path("beside/meanings/", wishes.meanings, name="meanings"),
    path("beside/<uuid:member>/", standing.person, name="person"),
    path("beside/<uuid:member>/conditions/", standing.condition, name="condition"),
    path("beside/<uuid:member>/conditions/decision/", standing.decision, name="decision"),
    path("beside/<uuid:member>/factors/", standing.factor, name="factor"),
    path("beside/<uuid:member>/serving/", standing.serve, name="serve"),
    path("beside/<uuid:member>/serving/ending/", wishes.end, name="end"),
    path("wish/", wishes.wish, name="wish"),
    path("wish/pictures/", pictures.pictures, name="pictures"),
    path("wish/pictures/face/", pictures.face, name="face"),
    path("wish/<uuid:wish>/withdrawal/", wishes.withdraw, name="withdraw"),
]
