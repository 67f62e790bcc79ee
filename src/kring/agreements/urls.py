"""Addresses of the room `agreements`."""

app_name = "agreements"
urlpatterns: list[object] = []
