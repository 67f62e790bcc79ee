"""Addresses of the room `moments` about a child; they say nothing of what stands there (R26)."""

from django.urls import path

from kring.moments.views import chances, referring, speaking, talking, turning

app_name = "moments"
urlpatterns = [
    path("talks/", talking.moments, name="moments"),
    path("talks/new/", talking.explain, name="explain"),
    path("talks/later/", talking.later, name="later"),
    path("talks/tomorrow/", talking.tomorrow, name="tomorrow"),
    path("talks/happened/", talking.happened, name="happened"),
    path("talks/birthday/", turning.turning, name="turning"),
    path("talks/languages/", speaking.languages, name="languages"),
    path("talks/referred/", referring.referred, name="referred"),
    path("talks/letter/", chances.invitation, name="letter"),
    path("talks/chances/", chances.chance, name="chance"),
    path("talks/chances/<uuid:chance>/", chances.talked_of, name="chance_talked"),
]
