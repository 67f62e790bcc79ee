"""Addresses of the room `support` for colleagues: where somebody can turn to, and what is of the house."""

from django.urls import path

from kring.support.views import advising, gathering, learning, ruling, struggling

app_name = "around"
urlpatterns = [
    path("advice/", advising.advice, name="advice"),
    path("advice/<uuid:adviser>/", advising.adviser, name="adviser"),
    path("advice/<uuid:adviser>/removal/", advising.adviser_removal, name="adviser_removal"),
    path("lasting/", advising.lasting, name="lasting"),
    path("rules/", ruling.register_of, name="rules"),
    path("rules/<uuid:rule>/", ruling.decide, name="rule"),
    path("meetings/", gathering.gatherings, name="gatherings"),
    path("meetings/<uuid:gathering>/", gathering.gathering, name="gathering"),
    path("meetings/<uuid:gathering>/off/", gathering.called_off, name="called_off"),
    path("learning/", learning.moments, name="learning"),
    path("learning/<uuid:learning>/", learning.moment, name="learning_one"),
    path("learning/<uuid:learning>/learned/", learning.learned, name="learned"),
    path("learning/<uuid:learning>/off/", learning.off, name="learning_off"),
    path("dilemmas/", struggling.dilemmas, name="dilemmas"),
    path("dilemmas/<uuid:dilemma>/talk/", struggling.talk, name="dilemma_talk"),
    path("dilemmas/<uuid:dilemma>/erased/", struggling.erased, name="dilemma_erased"),
]
