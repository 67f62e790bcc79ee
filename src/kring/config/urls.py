"""Every address of the house.  What is about a child stands under /d/<uuid>/, behind the door."""

from django.conf import settings
from django.urls import include, path
from django.urls.resolvers import RoutePattern

from kring.kit.finding import Finder

handler400 = "kring.kit.pages.not_understood"
handler403 = "kring.kit.pages.not_yours"
handler404 = "kring.kit.pages.not_found"
handler500 = "kring.kit.pages.broken"

ADDRESSES = [
    path("", include("kring.public.urls")),
    path("", include("kring.portals.urls")),
    path("d/<uuid:dossier>/", include("kring.circle.urls")),
    path("d/<uuid:dossier>/", include("kring.journal.urls")),
    path("d/<uuid:dossier>/", include("kring.rights.urls")),
    path("d/<uuid:dossier>/", include("kring.moments.urls")),
    path("d/<uuid:dossier>/", include("kring.loyalty.urls")),
    path("d/<uuid:dossier>/", include("kring.seeking.urls")),
    path("d/<uuid:dossier>/", include("kring.endings.urls")),
    path("d/<uuid:dossier>/", include("kring.support.urls")),
    path("d/<uuid:dossier>/agreements/", include("kring.agreements.urls")),
    path("house/", include("kring.people.urls")),
    path("explaining/", include("kring.moments.explaining")),
    path("accounts/", include("kring.people.ways_in")),
    path("around/", include("kring.support.leading")),
    path("keeping/", include("kring.seeking.keeping")),
    path("talking/", include("kring.loyalty.talking")),
    path("handing/", include("kring.endings.leading")),
    path("in/", include("kring.people.ways")),
    path("in/", include("kring.rights.ways")),
    path("kit/", include("kring.kit.urls")),
]
if settings.KRING_DEMO:
    ADDRESSES.append(path("visit/", include("kring.demo.urls")))

urlpatterns = [Finder(RoutePattern(""), ADDRESSES)]
