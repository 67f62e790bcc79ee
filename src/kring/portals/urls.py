"""Addresses of the room `portals`."""

from django.urls import path

from kring.portals import views

app_name = "portals"
urlpatterns = [
    path("today/", views.today, name="today"),
    path("children/", views.children, name="children"),
    path("children/new/", views.new_child, name="new_child"),
    path("d/<uuid:dossier>/", views.child, name="child"),
    path("d/<uuid:dossier>/day/", views.copy, name="copy"),
    path("d/<uuid:dossier>/day/copy.pdf", views.copy_pdf, name="copy_pdf"),
]
