"""Addresses of the room `seeking` for colleagues: the pool of volunteers, and a sheet with offers."""

from django.urls import path

from kring.seeking.views import keeping

app_name = "keeping"
urlpatterns = [
    path("pool/", keeping.pool, name="pool"),
    path("pool/<uuid:volunteer>/", keeping.one, name="one"),
    path("pool/<uuid:volunteer>/removal/", keeping.removal, name="removal"),
    path("offers/<slug:language>.pdf", keeping.offers, name="offers"),
]
