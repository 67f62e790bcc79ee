"""Addresses of the room `moments` for colleagues: how to explain, the shelf, and the moments that passed."""

from django.urls import path

from kring.moments.views import explaining, leading, referring

app_name = "explaining"
urlpatterns = [
    path("", explaining.scripts, name="scripts"),
    path("shelf/", explaining.shelf, name="shelf"),
    path("shelf/pace/", explaining.pace, name="pace"),
    path("shelf/<uuid:material>/removal/", explaining.removal, name="removal"),
    path("passed/", leading.passed, name="passed"),
    path("passed/<uuid:child>/", leading.ask, name="ask"),
    path("referring/<slug:language>.pdf", referring.sheet, name="referring_sheet"),
    path("first-week/", explaining.first_week, name="first_week"),
    path("first-week/<slug:language>.pdf", explaining.first_week_sheet, name="first_week_sheet"),
    path("poster/<slug:language>.pdf", explaining.poster, name="poster"),
    path("of-age/", explaining.of_age, name="of_age"),
    path("of-age/<slug:language>.pdf", explaining.of_age_sheet, name="of_age_sheet"),
    path("<slug:audience>/", explaining.script, name="script"),
    path("<slug:audience>/<slug:language>.pdf", explaining.sheet, name="sheet"),
]
