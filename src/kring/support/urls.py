"""Addresses of the room `support` about a child; they say nothing of what somebody is (R26)."""

from django.urls import path

from kring.support.views import welcoming

app_name = "support"
urlpatterns = [
    path("hello/", welcoming.welcome, name="welcome"),
    path("hello/sheet.pdf", welcoming.welcome_pdf, name="welcome_pdf"),
    path("hello/<uuid:member>/sheet.pdf", welcoming.pack_pdf, name="pack_pdf"),
]
