"""Addresses of the room `portals`."""

from django.urls import path

from kring.portals.views import child, homes, work

app_name = "portals"
urlpatterns = [
    path("today/", homes.today, name="today"),
    path("own/", homes.own, name="own"),
    path("lead/", homes.lead, name="lead"),
    path("tasks/", homes.tasks, name="tasks"),
    path("log/", homes.log, name="log"),
    path("children/", work.children, name="children"),
    path("children/new/", work.new_child, name="new_child"),
    path("d/<uuid:dossier>/", child.child, name="child"),
    path("d/<uuid:dossier>/home/", homes.home, name="home"),
    path("d/<uuid:dossier>/drawing/", child.drawing, name="drawing"),
    path("d/<uuid:dossier>/known/", child.known, name="known"),
    path("d/<uuid:dossier>/stop/", child.stop, name="stop"),
    path("d/<uuid:dossier>/next/", child.ahead_of_me, name="ahead"),
    path("d/<uuid:dossier>/day/", work.copy, name="copy"),
    path("d/<uuid:dossier>/day/copy.pdf", work.copy_pdf, name="copy_pdf"),
]
