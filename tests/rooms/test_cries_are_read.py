"""What is said to somebody reaches it, whatever the child closed about a subject; else another hears it (R14)."""

from html import unescape
from uuid import UUID

import pytest
from django.urls import reverse

from kring.access.cries import lost
from kring.access.models import Item, Restriction, Say, Word
from kring.access.readers import others
from kring.access.same import SamePerson
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law.access import Relation, Section, Topic
from kring.portals import answers
from tests.family import Family
from tests.rooms.test_not_safe import CRY, LOST, NOBODY, ask, cry, heard, today


def is_in_the_circle(family: Family, person: str, member: str) -> None:
    """Confirmed or not, a no holds."""
    SamePerson.objects.get_or_create(item_id=family.member(member), defaults={"person_id": family.person(person)})


def says(family: Family, member: str, word: str, topic: Topic = Topic.GENERAL) -> None:
    """Noor answers about a subject, with her own hands."""
    url = family.url("portals:question", member=family.member(member), topic=answers.number(topic))
    sent = {"word": word, "until": "stop", "once": family.once()}
    assert family.browser("noor").post(url, sent).status_code == 302


def lotte_is_there(family: Family) -> None:
    is_in_the_circle(family, "lotte", "els")


def becomes(family: Family, who: str, relation: Relation) -> None:
    new = {"relation": relation.value, "person_id": family.person(who), "from_on": clock.today()}
    Involvement.objects.create(dossier_id=family.noor.dossier, **new)


def restricts(family: Family, **whom: UUID) -> None:
    made = {"recorded_by_id": family.person("lotte"), "recorded_at": clock.now(), "from_on": clock.today()}
    Restriction.objects.create(dossier_id=family.noor.dossier, **whom, **made)


@pytest.mark.parametrize("word", [Word.NO.value, Word.ASK.value])
def test_noor_closed_all_the_rest_and_lotte_reads_her_cry_and_what_everybody_says(family: Family, word: str) -> None:
    lotte_is_there(family)
    says(family, "els", word)
    assert cry(family) == 302
    ask(family, "noor", "Dag van Noor")
    for who in ("ann", "wilma", "tarik"):
        ask(family, who, f"Vraag van {who}")
    assert CRY in today(family)
    page = heard(family)
    for words in ("Noor is nu niet veilig", "Dag van Noor", "Vraag van ann", "Vraag van wilma", "Vraag van tarik"):
        assert words in page
    assert NOBODY not in family.page("portals:child", seen_by="noor")
    assert "dringends" not in today(family, "hilde")


def test_noor_closed_all_the_rest_and_the_right_is_explained_all_the_same(family: Family) -> None:
    lotte_is_there(family)
    tasks = [family.url(f"{one}") for one in ("portals:start", "moments:moments", "rights:heard")]
    for answered in (False, True):
        if answered:
            says(family, "els", Word.NO.value)
        page = family.page("portals:child", seen_by="lotte")
        assert all(f'href="{one}"' in page for one in tasks)
        assert all(family.browser("lotte").get(one).status_code == 200 for one in tasks)


def test_the_question_says_what_all_the_rest_closes(family: Family) -> None:
    lotte_is_there(family)
    closes, heard_still = "Al de rest: dat is alles waar niet bij staat", "Ook als jij zegt: ik ben nu niet veilig."

    def asked(member: str, topic: Topic) -> str:
        parts = {"member": family.member(member), "topic": answers.number(topic)}
        return unescape(family.page("portals:question", seen_by="noor", **parts))

    for member in ("els", "rita", "wilma"):
        page = asked(member, Topic.GENERAL)
        assert closes in page
        assert heard_still in page
        assert closes not in asked(member, Topic.SCHOOL)
    assert "uitleggen wat je rechten zijn" in asked("els", Topic.GENERAL)
    assert "uitleggen wat je rechten zijn" not in asked("rita", Topic.GENERAL)


def offered(family: Family, who: str) -> bool:
    return f'value="{family.person(who)}"' in family.page("portals:unsafe", seen_by="noor")


@pytest.mark.parametrize("word", [Word.NO.value, Word.ASK.value])
def test_rita_is_offered_and_reads_it_whatever_noor_closed_to_her(family: Family, word: str) -> None:
    assert offered(family, "rita")
    says(family, "rita", word)
    assert offered(family, "rita")
    assert cry(family, "rita") == 302
    assert NOBODY not in family.page("portals:child", seen_by="noor")
    assert "veilig" in heard(family, "rita")
    restricts(family, member_id=family.member("rita"))
    assert not offered(family, "rita")
    assert NOBODY in family.page("portals:child", seen_by="noor")


def test_with_whom_contact_is_restricted_is_offered_nowhere_to_say_something_to(family: Family) -> None:
    reads = "Dit leest:"
    said = family.page("rights:say", seen_by="noor")
    assert "Lotte" in said[said.index(reads) : said.index("Verstuur")]
    restricts(family, person_id=family.person("lotte"))
    said = family.page("rights:say", seen_by="noor")
    assert reads not in said
    assert not offered(family, "lotte")


def read_by_who_was_told(family: Family, row: Item) -> bool:
    """By the sieve, as the door of that one would weigh it today."""
    one = next((one for one in others(family.door("noor", Section.SAID)) if one.person == row.told_to_id), None)
    return one is not None and one.reads_if(row, one.standing.answers)


@pytest.mark.parametrize(
    ("who", "also", "hears"),
    [
        ("wilma", None, True),
        ("wilma", Relation.UPBRINGER, False),
        ("wilma", Relation.PARENT, False),
        ("wilma", Relation.PARENTS_TRUST_PERSON, True),
        ("wilma", Relation.WORKER, True),
        ("lotte", None, True),
        ("lotte", Relation.PARENT, False),
        ("lotte", Relation.PARENTS_TRUST_PERSON, False),
        ("lotte", Relation.SUPPORTER, True),
        ("rita", Relation.UPBRINGER, False),
    ],
)
def test_a_cry_is_lost_where_who_was_told_wears_another_hat(
    family: Family, who: str, also: Relation | None, *, hears: bool
) -> None:
    assert cry(family, who) == 302
    row = Item.objects.get(section=Section.SAID.value, look_on__isnull=False)
    assert not lost(clock.today()).exists()
    if also:
        becomes(family, who, also)
    assert read_by_who_was_told(family, row) is hears
    assert lost(clock.today()).exists() is not hears
    assert (NOBODY in family.page("portals:child", seen_by="noor")) is not hears
    page = unescape(family.browser("hilde").get(reverse("portals:today"), follow=True).content.decode())
    assert ("iets dringends" in page) is not hears


def test_wilma_takes_noor_in_and_lotte_hears_that_the_cry_to_her_reaches_nobody(family: Family) -> None:
    cry(family, "wilma")
    assert "veilig" in heard(family, "wilma")
    assert LOST not in today(family, "lotte")
    becomes(family, "wilma", Relation.UPBRINGER)
    assert family.browser("wilma").get(family.url("rights:heard")).status_code == 404
    assert LOST in today(family, "lotte")
    assert LOST in family.page("portals:child", seen_by="lotte")


def test_what_the_child_closed_by_itself_to_who_was_told_is_lost_too(family: Family) -> None:
    lotte_is_there(family)
    cry(family)
    row = Item.objects.get(section=Section.SAID.value, look_on__isnull=False)
    said = {"given_by_id": family.person("noor"), "recorded_by_id": family.person("noor"), "from_on": clock.today()}
    about = {"item": row, "towards_id": family.member("els"), "answer": Word.NO.value, "expressed": "itself"}
    no = Say.objects.create(dossier_id=family.noor.dossier, **about, **said)
    assert not read_by_who_was_told(family, row)
    assert lost(clock.today()).get() == row
    assert CRY not in today(family)
    assert LOST in today(family)
    no.withdrawn_at = clock.now()
    no.save(update_fields=["withdrawn_at"])
    assert read_by_who_was_told(family, row)
    assert not lost(clock.today()).exists()
    assert CRY in today(family)
