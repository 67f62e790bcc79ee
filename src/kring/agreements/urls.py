"""Addresses of the room `agreements`."""

from django.urls import path

from kring.agreements.views import agreeing, making, sharing

app_name = "agreements"
urlpatterns = [
    path("", agreeing.all_of_them, name="all"),
    path("with/<uuid:member>/", making.begin, name="begin"),
    path("<uuid:pact>/", agreeing.agreement, name="agreement"),
    path("<uuid:pact>/page/<int:step>/", making.step, name="step"),
    path("<uuid:pact>/ready/", making.ready, name="ready"),
    path("<uuid:pact>/leaving/", making.leave, name="leave"),
    path("<uuid:pact>/yes/", agreeing.tap, name="tap"),
    path("<uuid:pact>/yes/said/", agreeing.recorded, name="recorded"),
    path("<uuid:pact>/mine/", agreeing.react, name="react"),
    path("<uuid:pact>/versions/", agreeing.versions, name="versions"),
    path("<uuid:pact>/low/", making.low, name="low"),
    path("<uuid:pact>/knows/<int:listener>/", sharing.knows, name="knows"),
    path("<uuid:pact>/parents/", sharing.parents, name="parents"),
    path("<uuid:pact>/parents/<uuid:toward>/", sharing.share, name="share"),
    path("<uuid:pact>/paper.pdf", sharing.paper, name="paper"),
]
