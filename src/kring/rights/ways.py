"""Addresses for who comes in by a link, a card or pictures: they say nothing, and no child stands in them."""

from django.urls import path

from kring.rights.views import arriving, entering

app_name = "arriving"
urlpatterns = [
    path("card/", entering.card, name="card"),
    path("card/pin/", entering.pin, name="card_pin"),
    path("mine/", entering.mine, name="mine"),
    path("own/", entering.own, name="own"),
    path("pictures/", entering.figures, name="pictures"),
    path("welcome/", arriving.welcome, name="welcome"),
    path("welcome/not-me/", arriving.not_me, name="not_me"),
    path("welcome/account/", arriving.account, name="account"),
    path("welcome/account/second/", arriving.second, name="second"),
]
