"""Addresses of the room `people`: the house of one organisation."""

from django.urls import path

from kring.people.views import devices
from kring.people.views import house as views

app_name = "people"
urlpatterns = [
    path("", views.organisation, name="organisation"),
    path("teams/", views.team, name="team"),
    path("colleagues/", views.colleague, name="colleague"),
    path("colleagues/<uuid:person>/link/", views.link, name="link"),
    path("devices/", devices.devices, name="devices"),
    path("devices/<uuid:device>/ending/", devices.ending, name="device_ending"),
    path("contact/", views.contact, name="contact"),
    path("posts/<uuid:post>/ending/", views.ending, name="ending"),
]
