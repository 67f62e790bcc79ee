"""Addresses of the room `support` for colleagues: where somebody can turn to."""

from django.urls import path

from kring.support.views import advising

app_name = "around"
urlpatterns = [
    path("advice/", advising.advice, name="advice"),
    path("advice/<uuid:adviser>/", advising.adviser, name="adviser"),
    path("advice/<uuid:adviser>/removal/", advising.adviser_removal, name="adviser_removal"),
    path("lasting/", advising.lasting, name="lasting"),
]
