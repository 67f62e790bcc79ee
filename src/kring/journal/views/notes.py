"""The notes that someone may read."""

from django.http import HttpRequest, HttpResponse

from kring.access.door import Door
from kring.access.entrance import through_door
from kring.access.page import show
from kring.access.preview import careful
from kring.journal import reading
from kring.law.access import Klass, Section

ALL = 2_000  # on paper


@through_door(Section.JOURNAL, small=True)
def notes(request: HttpRequest, door: Door) -> HttpResponse:
    """What this visitor may read, by topic and with a word in it.

    What is sought is sent, never asked in the address: a word of a child does not belong in a history or a log.  With
    pictures a child reads of each the first words: four pictures are easily seen by another.
    """
    wanted = _wanted(request)
    if door.actor.is_small:
        return show(request, door, "journal/first_words.html", seen=reading.notes(careful(door), wanted))
    seen = reading.notes(door, wanted)
    return show(request, door, "journal/notes.html", seen=seen, wanted=wanted, may_write=_may_write(door))


@through_door(Section.JOURNAL)
def print_notes(request: HttpRequest, door: Door) -> HttpResponse:
    """The same on paper, all of it."""
    wanted = _wanted(request)
    return show(request, door, "journal/print.html", seen=reading.notes(door, wanted, on_a_page=ALL), wanted=wanted)


def _wanted(request: HttpRequest) -> reading.Wanted:
    sent = request.POST if request.method == "POST" else request.GET
    words = request.POST.get("q", "").strip()[:200]
    own = "own" in request.GET
    return reading.Wanted(topic=sent.get("topic", ""), words=words, page=sent.get("page", "1"), own=own)


def _may_write(door: Door) -> bool:
    sieve = door.sieve(Section.JOURNAL)
    return any(sieve.may_add(klass) for klass in Klass)
