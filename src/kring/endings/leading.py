"""Addresses of the room `endings` for who leads a team: children without a worker, and who takes over."""

from django.urls import path

from kring.endings.views import departing, going, handing

app_name = "handing"
urlpatterns = [
    path("", handing.without_worker, name="without_worker"),
    path("mine/", departing.mine, name="mine"),
    path("of/<uuid:worker>/", departing.departure, name="departure"),
    path("closed/", going.closed, name="closed"),
    path("closed/<uuid:shut>/", going.reopen, name="reopen"),
    path("<uuid:child>/", handing.give, name="give"),
]
