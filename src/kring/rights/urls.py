"""Addresses of the room `rights`."""

from django.urls import path

from kring.rights.views import card, deciding, own, own_pictures, pictures, protecting, said, standing, ways, wishes

app_name = "rights"
urlpatterns = [
    path("card/", card.card, name="card"),
    path("beside/", wishes.beside, name="beside"),
    path("beside/meanings/", wishes.meanings, name="meanings"),
    path("beside/<uuid:member>/", standing.person, name="person"),
    path("beside/<uuid:member>/conditions/", standing.condition, name="condition"),
    path("beside/<uuid:member>/conditions/decision/", standing.decision, name="decision"),
    path("beside/<uuid:member>/factors/", standing.factor, name="factor"),
    path("beside/<uuid:member>/serving/", standing.serve, name="serve"),
    path("beside/<uuid:member>/serving/ending/", wishes.end, name="end"),
    path("restrictions/", protecting.restrictions, name="restrictions"),
    path("restrictions/<uuid:restriction>/", protecting.restriction, name="restriction"),
    path("deciding/", deciding.deciding, name="deciding"),
    path("deciding/birthday/", deciding.birthday, name="birthday"),
    path("deciding/parents/<uuid:person>/", deciding.authority, name="authority"),
    path("say/", said.say, name="say"),
    path("heard/", said.heard, name="heard"),
    path("heard/<uuid:said>/", said.hear, name="hear"),
    path("ways/", ways.ways, name="ways"),
    path("ways/new/", ways.let_in, name="let_in"),
    path("ways/parent/", ways.let_parent_in, name="let_parent_in"),
    path("ways/<uuid:way>/again/", ways.again, name="way_again"),
    path("ways/<uuid:way>/ending/", ways.ending, name="way_ending"),
    path("ways/own/", own.own, name="own"),
    path("ways/own/card/", own.card, name="own_card"),
    path("ways/own/card.pdf", own.card_pdf, name="own_card_pdf"),
    path("ways/own/pictures/", own_pictures.own_pictures, name="own_pictures"),
    path("ways/own/ending/", own.ending, name="own_ending"),
    path("ways/own/phones/<uuid:device>/ending/", own.phone_ending, name="own_phone"),
    path("wish/", wishes.wish, name="wish"),
    path("wish/pictures/", pictures.pictures, name="pictures"),
    path("wish/pictures/face/", pictures.face, name="face"),
    path("wish/<uuid:wish>/withdrawal/", wishes.withdraw, name="withdraw"),
]
