"""Addresses of the room `support` for colleagues: where somebody can turn to."""

from django.urls import path

from kring.support.views import advising, ruling, struggling

app_name = "around"
urlpatterns = [
    path("advice/", advising.advice, name="advice"),
    path("advice/<uuid:adviser>/", advising.adviser, name="adviser"),
    path("advice/<uuid:adviser>/removal/", advising.adviser_removal, name="adviser_removal"),
    path("lasting/", advising.lasting, name="lasting"),
    path("rules/", ruling.register_of, name="rules"),
    path("rules/<uuid:rule>/", ruling.decide, name="rule"),
    path("dilemmas/", struggling.dilemmas, name="dilemmas"),
    path("dilemmas/<uuid:dilemma>/erased/", struggling.erased, name="dilemma_erased"),
]
