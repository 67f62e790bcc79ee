"""Addresses of the room `public`: pages for who has no account."""

from django.urls import path

from kring.public import views

app_name = "public"
urlpatterns = [
    path("", views.front, name="front"),
    path("card/", views.card, name="card"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security, name="security"),
]
