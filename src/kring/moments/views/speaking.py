"""With whom one talks in which language, before a talk or a letter."""

from django.http import HttpRequest, HttpResponse

from kring.access.door import Door
from kring.access.entrance import through_door
from kring.access.page import show
from kring.circle.speech import not_asked
from kring.law.access import Section, Verb
from kring.moments.reading import only_who_explains
from kring.moments.speaking import lines


@through_door(Section.MOMENTS, verb=Verb.CHANGE)
def languages(request: HttpRequest, door: Door) -> HttpResponse:
    """Everybody of whom it is known, with the sheets in that language; and of whom one may still ask it (A35)."""
    only_who_explains(door)
    told = lines(door)
    known = {one.who.member for one in told}
    others = not_asked(door, known)
    return show(request, door, "moments/languages.html", spoken=told, others=others, of_child=None in known)
