"""Addresses of the ways in that are Kring's own, beside those of the sign-in library (`ways_in.py`)."""

from django.urls import path

from kring.people.views import channel, choose, display, lock, out, passkeys, pins, stays, ways

app_name = "ways"
urlpatterns = [
    path("", choose.choose, name="choose"),
    path("l/<str:token>/", ways.link, name="link"),
    path("begin/<str:token>/", ways.begin, name="begin"),
    path("out/", out.leave, name="leave"),
    path("look/", display.display, name="display"),
    path("messages/", channel.channel, name="channel"),
    path("ended/", stays.ended, name="ended"),
    path("lock/", lock.lock, name="lock"),
    path("lock/ask/", lock.ask, name="ask"),
    path("lock/cover/", lock.cover, name="cover"),
    path("lock/now/", lock.close, name="close"),
    path("beat/", lock.beat, name="beat"),
    path("again/", lock.again, name="again"),
    path("stays/", stays.stays, name="stays"),
    path("stays/others/", stays.others, name="others"),
    path("stays/<uuid:stay>/ending/", stays.ending, name="stay_ending"),
    path("passkeys/", passkeys.passkeys, name="passkeys"),
    path("passkeys/invited/", passkeys.invited, name="invited"),
    path("passkeys/new/", passkeys.add, name="passkey_add"),
    path("passkeys/first/<str:uidb36>/", passkeys.first, name="passkey_first"),
    path("passkeys/<int:passkey>/", passkeys.rename, name="passkey_rename"),
    path("passkeys/<int:passkey>/removal/", passkeys.remove, name="passkey_remove"),
    path("pin/", pins.pin, name="pin"),
]
