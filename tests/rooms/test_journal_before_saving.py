"""Before a note is saved: who will read it, by name (R20); "do not share" (R8); with whom it was talked over (B86)."""

import re
from html import unescape
from itertools import product

import pytest

from kring.access.models import Item, Say
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law.access import Relation
from kring.people.models import Post, Team
from tests.family import Family
from tests.rooms.journal import SHOWN, TALK, change, page, row, send, write
from tests.rooms.knocking import yes
from tests.rooms.pointing import surely
from tests.rooms.test_who_may_know import ask

ALWAYS = "en wie Noor later kiest."
THE_HELP = "wie Noor begeleidt (als Noor dat goed vindt)"
NOT_EVEN = "De begeleiding leest dit dan niet, ook niet als het ernstig is."


def look(family: Family, who: str, **facts: object) -> str:
    return unescape(send(family, who, {"words_0": "iets", **facts, "do": "look"}).content.decode())


def readers(told: str) -> list[str]:
    """What stands in each list of readers."""
    parts = told.split("Dit lezen straks:")[1:]
    return [
        part.split("</p>")[0].replace("<b>", "").replace("</b>", "").replace("</span>", "").strip() for part in parts
    ]


@pytest.mark.parametrize(
    ("klass", "names"),
    [
        ("own_words", f"jij, Noor {ALWAYS}"),
        ("file", f"jij, Noor {ALWAYS}"),
        ("household", "jij, Noor."),
        ("confidence", "jij."),
    ],
)
def test_lotte_sees_by_name_who_reads_each_class(family: Family, klass: str, names: str) -> None:
    """And whoever Noor chooses, of what a yes of Noor can open: never what was told in confidence (brief 1.6)."""
    assert readers(look(family, "lotte", klass_0=klass, **TALK)) == [names]


def test_each_piece_has_its_own_readers(family: Family) -> None:
    facts = {"pieces": 2, "klass_0": "file", "words_1": "nog iets", "klass_1": "third_party", "topic_1": "school"}
    assert readers(look(family, "lotte", **facts, **TALK)) == [f"jij, Noor {ALWAYS}", "jij."]


def test_whom_the_child_said_yes_to_stands_among_them(family: Family) -> None:
    yes(family, "karim")
    told = readers(look(family, "lotte", klass_0="own_words", topic_0="school", **TALK))
    assert told == [f"jij, Noor, Karim {ALWAYS}"]


def test_noor_reads_it_in_her_own_words(family: Family) -> None:
    assert readers(page(family, "noor", "journal:write")) == ["jij, Lotte en wie jij later kiest."]


@pytest.mark.parametrize("who", ["ann", "tarik", "wilma"])
def test_others_read_no_name_that_is_not_theirs_to_know(family: Family, who: str) -> None:
    """Karim serves and may look into the file: that is between Noor and Karim."""
    Involvement.objects.filter(person=family.person("karim")).update(relation=Relation.TRUST_PERSON.value)
    Say.objects.filter(pk=yes(family, "karim").pk).update(topic="the_file")
    assert readers(look(family, who, klass_0="file")) == [f"jij, Noor, {THE_HELP} {ALWAYS}"]
    assert "Karim" in readers(look(family, "lotte", klass_0="file", **TALK))[0]


@pytest.mark.parametrize("word", ["no", "ask", "yes"])
@pytest.mark.parametrize("who", ["ann", "tarik", "wilma"])
def test_nobody_finds_out_subject_by_subject_what_noor_answered_to_lotte(family: Family, who: str, word: str) -> None:
    """R7, R20: nothing has to be saved for it, so the page with every answer is the same (quality 4)."""
    facts = {"once": family.once()}

    def told(topic: str, klass: str) -> str:
        page = look(family, who, topic_0=topic, klass_0=klass, **facts)
        return re.sub(r'name="(csrfmiddlewaretoken|kept)" value="[^"]*"|nonce="[^"]*"', "", page)

    before = {one: told(*one) for one in product(("home", "mother", "school"), ("file", "confidence"))}
    assert {readers(one)[0] for (_, klass), one in before.items() if klass == "file"} == {
        f"jij, Noor, {THE_HELP} {ALWAYS}"
    }
    assert {readers(one)[0] for (_, klass), one in before.items() if klass == "confidence"} == {f"jij, {THE_HELP}."}
    surely(family, "lotte", "lotte_member")
    for topic in ("home", "mother"):
        ask(family, "lotte_member", word, about=topic)
    assert {one: told(*one) for one in before} == before
    assert "Alleen wie Noor begeleidt, als Noor dat niet sloot. Noor niet." in before["home", "confidence"]


def test_that_a_parent_reads_in_the_place_of_the_child_is_told_without_a_name(family: Family) -> None:
    """Sem is nine: his mama reads the file in his place, and Rita learns that somebody does, not who."""
    new = {"person_id": family.person("rita"), "relation": Relation.JIM.value, "from_on": clock.today()}
    Involvement.objects.create(dossier_id=family.sem.dossier, **new)

    def seen(klass: str) -> list[str]:
        facts = {"words_0": "iets", "klass_0": klass, "do": "look"}
        return readers(unescape(send(family, "rita", facts, child="sem").content.decode()))

    help_of_sem = THE_HELP.replace("Noor", "Sem")
    assert seen("file") == [f"jij, {help_of_sem} en wie Sem later kiest."]
    Involvement.objects.filter(person=family.person("ann"), dossier=family.sem.dossier).update(authority="holds")
    in_its_place = "een ouder die in de plaats van Sem leest (als Sem dat goed vindt)"
    assert seen("file") == [f"jij, {help_of_sem}, {in_its_place} en wie Sem later kiest."]
    assert seen("confidence") == [f"jij, {help_of_sem}."]


def test_a_name_that_a_no_shuts_out_is_not_shown_as_reader(family: Family) -> None:
    Say.objects.filter(pk=yes(family, "karim").pk).update(answer="no")
    chosen = [str(family.member(who)) for who in ("karim", "wilma")]
    facts = {"held_close": "on", "knowing": chosen}
    assert readers(look(family, "noor", **facts, topic_0="school")) == ["jij, Wilma en wie jij later kiest."]
    assert readers(look(family, "noor", **facts, topic_0="home")) == [
        "jij, Wilma, trainer Karim en wie jij later kiest."
    ]


def test_it_is_not_saved_before_the_readers_were_seen(family: Family) -> None:
    before = Item.objects.count()
    told = {"once": family.once(), "words_0": "Alleen voor wie begeleidt.", "klass_0": "confidence"}
    first = send(family, "ann", told | {"shown": SHOWN.search(page(family, "ann", "journal:write"))[1]})
    assert "Kijk eerst wie dit leest" in first.content.decode()
    assert "Alleen voor wie begeleidt." in first.content.decode()
    assert Item.objects.count() == before
    again = send(family, "ann", told | {"shown": SHOWN.search(first.content.decode())[1]})
    assert again.status_code == 302


def test_who_came_in_meanwhile_is_shown_first(family: Family) -> None:
    mark = SHOWN.search(page(family, "noor", "journal:write"))[1]
    Post.objects.filter(person=family.person("an")).update(team=Team.objects.get(name="Team Noord"))
    Involvement.objects.create(
        dossier_id=family.noor.dossier,
        person_id=family.person("an"),
        relation=Relation.WORKER.value,
        from_on=clock.today(),
    )
    answer = send(family, "noor", {"words_0": "Voor Lotte.", "shown": mark})
    assert "An" in readers(unescape(answer.content.decode()))[0]
    assert "Voor Lotte." not in page(family, "lotte")


def test_another_piece_keeps_what_was_typed(family: Family) -> None:
    facts = {"words_0": "eerste stuk", "klass_0": "household", "with_whom": "mama", "do": "more"}
    told = unescape(send(family, "lotte", facts).content.decode())
    assert "eerste stuk" in told
    assert 'value="household"' in told
    assert "Stuk 2" in told
    assert 'name="words_1"' in told
    assert 'value="mama"' in told


def test_noor_is_told_what_not_sharing_means_and_chooses_who_may_know(family: Family) -> None:
    told = page(family, "noor", "journal:write")
    assert NOT_EVEN in told
    assert "Wil je dat iemand het weet? Kies wie." in told
    assert (
        write(family, "noor", "zondag is zwaar", held_close="on", knowing=[str(family.member("wilma"))]).status_code
        == 302
    )
    say = Say.objects.get(answer="yes")
    assert (say.towards_id, say.item_id, say.of_version) == (
        family.member("wilma"),
        row(family, "zondag is zwaar").pk,
        1,
    )
    assert "zondag is zwaar" in page(family, "wilma")
    for who in ("lotte", "ann", "tarik", "karim", "rita"):
        assert "zondag is zwaar" not in page(family, who)


def test_not_shared_stays_closed_whatever_was_said_about_the_topic(family: Family) -> None:
    yes(family, "karim")
    write(family, "noor", "over school, voor mij alleen", held_close="on", topic_0="school")
    assert "voor mij alleen" not in page(family, "karim")
    assert "voor mij alleen" in page(family, "noor")


def test_only_whom_a_yes_would_open_it_to_can_be_chosen(family: Family) -> None:
    """Mo, Nadia and Bram read no notes by any yes; Lotte does not stand in the circle as herself."""
    told = page(family, "noor", "journal:write")
    offered = told[told.index("Wil je dat iemand") :]
    assert [name for name in ("Wilma", "Karim", "Rita") if name in offered] == ["Wilma", "Karim", "Rita"]
    for who in ("Mo<", "Nadia", "Bram"):
        assert who not in offered
    strange = write(family, "noor", "x", held_close="on", knowing=[str(family.member("els"))])
    assert strange.status_code == 200


def test_another_text_is_asked_anew(family: Family) -> None:
    wilma = str(family.member("wilma"))
    write(family, "noor", "zondag is zwaar", held_close="on", knowing=[wilma])
    mine = row(family, "zondag is zwaar")
    assert f'value="{wilma}"' in page(family, "noor", "journal:change", passage=mine.pk)
    change(family, "noor", mine.pk, "zondag is heel zwaar", knowing=[])
    assert "heel zwaar" not in page(family, "wilma")
    change(family, "noor", mine.pk, "zondag is loodzwaar", version=2, knowing=[wilma])
    told = page(family, "wilma")
    assert "loodzwaar" in told
    assert "zondag is zwaar" not in told
    assert "loodzwaar" not in page(family, "lotte")


def test_a_jim_reads_that_only_noor_can_choose(family: Family) -> None:
    told = page(family, "wilma", "journal:write")
    assert "Alleen Noor kan kiezen wie het toch mag weten." in told
    assert 'name="knowing"' not in told
    karim = str(family.member("karim"))
    assert write(family, "wilma", "ze huilde", held_close="on", knowing=[karim]).status_code == 302
    assert not Say.objects.exists()
    assert "ze huilde" in page(family, "noor")
    assert "ze huilde" not in page(family, "lotte")


def test_in_confidence_and_not_shared_is_one_of_the_two(family: Family) -> None:
    answer = write(family, "wilma", "geheim", held_close="on", klass_0="confidence")
    assert "Kies één van de twee." in answer.content.decode()


def test_parents_and_workers_have_no_such_tick(family: Family) -> None:
    for who in ("ann", "lotte"):
        assert 'name="held_close"' not in page(family, who, "journal:write")
        write(family, who, "gewoon", held_close="on")
    assert not Item.objects.filter(held_close=True).exclude(author=family.person("noor")).exists()


@pytest.mark.parametrize(
    ("talk", "kept"),
    [
        ({"talked_on": "2026-01-05", "with_whom": "Noor en mama"}, "Besproken met Noor en mama op 5 januari 2026."),
        ({"talked_on": "", "with_whom": "", "why_not": "Noor slaapt al."}, "Nog niet besproken: Noor slaapt al."),
    ],
)
def test_a_worker_says_with_whom_it_was_talked_through_or_why_not(
    family: Family, talk: dict[str, str], kept: str
) -> None:
    assert write(family, "lotte", "een feit", **talk).status_code == 302
    assert kept in page(family, "lotte")
    assert "een feit" in page(family, "noor")
    assert kept not in page(family, "noor"), "free text: whoever stands in it, and where (R16)"


def test_that_it_was_talked_through_with_noor_herself_she_reads_too(family: Family) -> None:
    assert "Dit leest alleen wie Noor begeleidt." in page(family, "lotte", "journal:write")
    write(family, "lotte", "een feit", talked_on="2026-01-05", with_whom=" noor ")
    assert "Besproken met noor op 5 januari 2026." in page(family, "noor")
    write(family, "lotte", "nog een feit", talked_on="2026-01-06", with_whom="Noor", why_not="niet met mama")
    assert "6 januari" not in page(family, "noor")


@pytest.mark.parametrize(
    ("talk", "said"),
    [
        ({"talked_on": "", "with_whom": ""}, "Zeg met wie je dit besprak en wanneer, of waarom nog niet."),
        ({"talked_on": "2026-01-05", "with_whom": ""}, "Zeg met wie én op welke dag."),
        ({"talked_on": "", "with_whom": "Noor"}, "Zeg met wie én op welke dag."),
        ({"talked_on": "2199-01-01", "with_whom": "Noor"}, "Die dag moet nog komen."),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(family: Family, talk: dict[str, str], said: str) -> None:
    answer = write(family, "lotte", "een feit", **talk).content.decode()
    assert said in unescape(answer)
    assert "een feit" in answer


@pytest.mark.parametrize("words", ["", "   ", "\x00"])
def test_nothing_is_nothing(family: Family, words: str) -> None:
    assert "Schrijf een paar woorden." in write(family, "noor", words).content.decode()
