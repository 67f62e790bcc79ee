"""Addresses of the room `circle`."""

from django.urls import path

from kring.circle.views import comparing, exports, pages, people, person, session, speaking, ties

app_name = "circle"
urlpatterns = [
    path("circle/", pages.page, name="page"),
    path("circle/list/", pages.listing, name="list"),
    path("circle/changes/", pages.changes, name="changes"),
    path("circle/people/", people.add, name="add"),
    path("circle/places/", people.places, name="places"),
    path("circle/people/<uuid:member>/", person.person, name="person"),
    path("circle/people/<uuid:member>/place/", people.place, name="place"),
    path("circle/people/<uuid:member>/removal/", people.remove, name="remove"),
    path("circle/people/<uuid:member>/speech/", speaking.speech, name="speech"),
    path("circle/speech/", speaking.speech, name="own_speech"),
    path("circle/ties/", ties.tie, name="tie"),
    path("circle/ties/<uuid:tie>/removal/", ties.untie, name="untie"),
    path("circle/undo/", people.undo, name="undo"),
    path("circle/layers/", comparing.layers, name="layers"),
    path("circle/versions/", comparing.versions, name="versions"),
    path("circle/take/", exports.take, name="take"),
    path("circle/print/", exports.print_page, name="print"),
    path("circle/picture.pdf", exports.file, {"kind": "pdf"}, name="pdf"),
    path("circle/picture.svg", exports.file, {"kind": "svg"}, name="svg"),
    path("circle/picture.png", exports.file, {"kind": "png"}, name="png"),
    path("session/", session.session, name="session"),
    path("session/<uuid:session>/draft/", session.draft, name="draft"),
    path("session/<uuid:session>/pause/", session.pause, name="pause"),
    path("session/<uuid:session>/places/", session.settle, name="settle"),
    path("session/<uuid:session>/end/", session.finish, name="finish"),
    path("session/<uuid:session>/time/", session.time, name="time"),
]
