"""Addresses of the room `journal`; they say nothing of what stands there (R26)."""

from django.urls import path

from kring.journal.views import apart, notes, plan, writing

app_name = "journal"
urlpatterns = [
    path("notes/", notes.notes, name="notes"),
    path("notes/print/", notes.print_notes, name="print"),
    path("notes/new/", writing.write, name="write"),
    path("notes/apart/", apart.apart, name="apart"),
    path("notes/apart/<uuid:apart>/", apart.change, name="apart_change"),
    path("notes/<uuid:passage>/", writing.change, name="change"),
    path("plan/", plan.plan, name="plan"),
    path("plan/<uuid:line>/", plan.line, name="line"),
    path("plan/<uuid:line>/removal/", plan.remove, name="line_removal"),
]
