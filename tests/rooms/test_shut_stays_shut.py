"""What an emergency never opens, whatever a person decides: anything while contact is restricted, and to
a parent of what the child said (R8, R17, R28; brief 10.10)."""

import pytest

from kring.access.acts.protecting import Toward, restrict
from kring.access.kept import Kept
from kring.access.models import Disclosure, Item
from kring.kit import clock
from kring.law.access import Klass, Section
from kring.rights.models import Said
from tests.family import Family
from tests.rooms.journal import row as row_of
from tests.rooms.test_telling import not_safe, tell

UNSAFE = "nu niet veilig"


def shut_out(family: Family, who: str) -> None:
    """A judge restricts the contact, and Lotte records it."""
    whom = [Toward(person=family.person(who))]
    restrict(family.door("lotte"), whom, from_on=clock.today(), until_on=None, once=None)


def offered(family: Family, row: Said, *, by: str = "lotte") -> set[str]:
    """To whom it can be passed on."""
    page = family.page("portals:emergency", seen_by=by, item=row.pk)
    return {who for who in ("wilma", "karim", "rita", "ann", "tarik") if str(family.person(who)) in page}


def hears(family: Family, who: str) -> set[object]:
    """What was said, of what this person reads."""
    return {row.pk for row in family.door(who, Section.SAID).within(Said.objects.all())}


def passed_on(family: Family, row: Kept, to: str) -> Disclosure:
    """As if it was passed on all the same, past every page and act."""
    who = {"to_id": family.person(to), "by_id": family.person("lotte"), "dossier_id": family.noor.dossier}
    knew = {"motive": "x", "child_told": False, "parents_told": False}
    return Disclosure.objects.create(item_id=row.pk, at=clock.now(), **who, **knew)


@pytest.mark.parametrize("who", ["tarik", "karim"])
def test_with_whom_contact_is_restricted_reads_nothing_of_what_was_said(family: Family, who: str) -> None:
    """Noor taps "not safe now" to Lotte: it goes to nobody the judge keeps away, not even in an emergency (R28)."""
    row = not_safe(family, "lotte")
    assert ("karim" in offered(family, row)) is True
    shut_out(family, who)
    assert who not in offered(family, row)
    assert tell(family, row, to=who).status_code == 200
    assert not Disclosure.objects.exists()
    passed_on(family, row, who)
    assert row.pk not in hears(family, who)
    assert UNSAFE not in family.browser(who).get(family.url("rights:say")).content.decode()


def test_what_the_child_said_to_one_before_a_restriction_is_closed_by_it(family: Family) -> None:
    """Wilma, her JIM, was told quietly; from the next request she reads it no more, and still says something (R28)."""
    row = not_safe(family, "wilma")
    assert row.pk in hears(family, "wilma")
    shut_out(family, "wilma")
    assert row.pk not in hears(family, "wilma")
    assert family.door("wilma", Section.SAID).sieve(Section.SAID).may_add(Klass.OWN_WORDS)


def test_the_child_reads_that_its_words_wait_for_nobody(family: Family) -> None:
    """Noor told Wilma, who did not read it yet: once contact is restricted she reads that it waits for nobody."""
    not_safe(family, "wilma")
    gone = "Wie het moest lezen, kan dat nu niet meer."
    page = family.page("rights:say", seen_by="noor")
    assert "Nog niet gelezen." in page
    assert gone not in page
    shut_out(family, "wilma")
    assert gone in family.page("rights:say", seen_by="noor")


@pytest.mark.parametrize("who", ["ann", "tarik"])
def test_what_the_child_said_is_passed_on_to_no_parent(family: Family, who: str) -> None:
    """A parent's account never shows what the child said, whoever decides (brief 10.10)."""
    row = not_safe(family, "lotte")
    assert offered(family, row) == {"wilma", "karim", "rita"}
    assert tell(family, row, to=who).status_code == 200
    assert tell(family, row, to="wilma").status_code == 302
    assert Disclosure.objects.get().to_id == family.person("wilma")
    assert row.pk in hears(family, "wilma")


@pytest.mark.parametrize("klass", ["third_party", "check", "confidence", "agogic"])
def test_what_is_about_third_persons_only_and_a_check_go_to_nobody_by_an_emergency(family: Family, klass: str) -> None:
    """The same text as a text of the file may be passed on: so it is not closed for another reason (R5, R17)."""
    row = row_of(family, "samen gekookt", seen_by="lotte")
    where = family.url("portals:emergency", item=row.pk)
    assert tell(family, row, to="karim").status_code == 302
    Item.objects.filter(pk=row.pk).update(klass=klass)
    assert family.browser("lotte").get(where).status_code == 404
    assert tell(family, row, to="tarik").status_code == 404
    assert row.pk not in family.door("karim", Section.SAID).answers.disclosed
    assert Disclosure.objects.count() == 1


def test_what_a_parent_said_is_its_own_and_never_what_another_said(family: Family) -> None:
    """Even if somebody wrote it down as passed on: on the page of a parent stands what that parent said (R20)."""
    row = not_safe(family, "lotte")
    passed_on(family, row, "tarik")
    family.browser("tarik").post(family.url("rights:say"), {"words": "Mag ik Noor bellen?", "once": family.once()})
    page = family.page("rights:say", seen_by="tarik")
    assert "Mag ik Noor bellen?" in page.partition("Wat je al vroeg of zei")[2]
    assert UNSAFE not in page
    assert "gaf iemand je door" not in family.page("portals:home", seen_by="tarik")


def test_what_was_passed_on_stands_apart_and_the_home_leads_there(family: Family) -> None:
    """Wilma reads Noor's words where she reads what is told to her, and not among her own (R8)."""
    row = not_safe(family, "lotte")
    assert tell(family, row, to="wilma").status_code == 302
    home = family.page("portals:home", seen_by="wilma")
    assert "Dit gaf iemand je door omdat het moest" in home
    assert f'href="{family.url("rights:heard")}">Lees wat doorgegeven is' in home
    assert "bij de notities" not in home
    assert "Iemand gaf dit aan jou door in een noodgeval." in family.page("rights:heard", seen_by="wilma")
    assert UNSAFE not in family.page("rights:say", seen_by="wilma")


def test_who_passes_something_on_first_reads_it(family: Family) -> None:
    """What was said has no short name; all of it stands there before it is sent (R20)."""
    row = not_safe(family, "lotte")
    assert UNSAFE in family.page("portals:emergency", seen_by="lotte", item=row.pk)
    note = row_of(family, "samen gekookt", seen_by="lotte")
    assert note.words in family.page("portals:emergency", seen_by="lotte", item=note.pk)


def test_the_child_reads_beforehand_that_help_may_be_fetched(family: Family) -> None:
    """ "Nobody else reads it" would not be so: in great danger who reads it may fetch help, and passes it on (R8)."""
    may = "Bij groot gevaar mag"
    unsafe = family.page("portals:unsafe", seen_by="noor")
    assert "Niemand anders leest" not in unsafe
    for page in (unsafe, family.page("rights:say", seen_by="noor"), family.page("journal:write", seen_by="noor")):
        assert may in page
