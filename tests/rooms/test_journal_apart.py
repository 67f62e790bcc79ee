"""Under the agogic exception: on its own page for who works with the child, and without a trace anywhere else (R17)."""

from datetime import timedelta
from html import unescape

import pytest
from django.http import HttpResponse

from kring.access.beside import Beside
from kring.access.models import SamePerson
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.journal.around import asked_about
from kring.journal.forms.notes import OF_NOBODY
from kring.journal.models import Apart
from kring.kit import clock
from kring.law.access import Relation, Section
from kring.law.standing import Authority
from tests.family import Family
from tests.rooms.journal import page
from tests.rooms.knocking import yes

SEEDED = "De rechter denkt na over een andere school."
WORDS = "Dit zou haar nu schaden."


def keep(family: Family, who: str, words: str = WORDS, *, about: str = OF_NOBODY) -> HttpResponse:
    told = {"once": family.once(), "words": words, "about": about}
    return family.browser(who).post(family.url("journal:apart"), told)


def apart(family: Family) -> Apart:
    door = family.door("lotte", Section.APART)
    return next(one for one in door.within(Apart.objects.all()) if one.words == WORDS)


def paper(family: Family, who: str) -> str:
    """What stands on the page of notes itself."""
    told = page(family, who, "journal:print")
    return told[told.index("<main") : told.index("</main>")]


def sits_beside_lotte(family: Family, who: str) -> None:
    """Karim serves, may look into the file, and sits beside Lotte now."""
    Involvement.objects.filter(person=family.person(who)).update(relation=Relation.TRUST_PERSON.value)
    say = yes(family, who)
    say.topic = "the_file"
    say.save(update_fields=["topic"])
    row = Beside.objects.create(
        dossier_id=family.noor.dossier,
        person_id=family.person(who),
        worker_id=family.person("lotte"),
        asked_at=clock.now(),
        from_at=clock.now(),
        until_at=clock.now() + timedelta(minutes=15),
    )
    family.viewings[who] = row.pk


def test_lotte_keeps_it_on_a_page_of_its_own(family: Family) -> None:
    assert keep(family, "lotte").status_code == 302
    told = page(family, "lotte", "journal:apart")
    assert WORDS in told
    assert SEEDED in told
    assert family.log(Event.APART_WRITTEN) == 1


def test_no_list_count_or_label_holds_it(family: Family) -> None:
    readers = ("noor", "lotte", "karim", "ann", "wilma")
    before = {who: paper(family, who) for who in readers}
    keep(family, "lotte")
    for who in readers:
        assert paper(family, who) == before[who]
        assert (family.url("journal:apart") in page(family, who)) == (who == "lotte")


def test_to_noor_and_all_others_it_does_not_exist(family: Family) -> None:
    keep(family, "lotte")
    for who in ("noor", "ann", "tarik", "wilma", "karim", "rita", "bram", "an", "mo"):
        assert family.browser(who).get(family.url("journal:apart")).status_code == 404
        assert keep(family, who).status_code == 404
        where = family.url("journal:apart_change", apart=apart(family).pk)
        assert family.browser(who).get(where).status_code == 404


def test_who_serves_reads_it_beside_a_worker_and_only_then(family: Family) -> None:
    keep(family, "lotte")
    sits_beside_lotte(family, "karim")
    told = page(family, "karim", "journal:apart")
    assert WORDS in told
    assert "<textarea" not in told
    assert keep(family, "karim").status_code == 404
    assert WORDS not in page(family, "karim")
    Beside.objects.update(ended_at=clock.now())
    assert family.browser("karim").get(family.url("journal:apart")).status_code == 404


def test_never_what_is_about_oneself_nor_how_it_was_before(family: Family) -> None:
    assert SamePerson.objects.filter(person=family.person("karim"), item=family.member("karim")).exists()
    keep(family, "lotte", about=str(family.member("karim")))
    told = {"once": family.once(), "words": "anders", "version": 1}
    changed = family.browser("lotte").post(family.url("journal:apart_change", apart=apart(family).pk), told)
    assert changed.status_code == 302
    assert "Eerdere versie" in page(family, "lotte", "journal:apart")
    sits_beside_lotte(family, "karim")
    told_karim = page(family, "karim", "journal:apart")
    assert SEEDED in told_karim
    for hidden in (WORDS, "anders<", "Eerdere versie"):
        assert hidden not in told_karim


def test_a_text_about_nobody_that_names_somebody_is_asked_about_first(family: Family) -> None:
    """Karim would read it beside Lotte, also where it is about him (R17): Kring asks, and a human decides."""
    for words, named in (
        ("Gisteren belde Karim weer.", "Karim"),
        ("Het gaat over TARIK", "Tarik"),
        ("mama wil dat niet", "mama"),
    ):
        asked = keep(family, "lotte", words).content.decode()
        assert "Gaat dit over iemand van hen?" in asked
        named_here = asked[asked.index("In je tekst staat") :].split(". ")[0]
        assert named_here.count(named) == 1, "by the name in the circle, and not once more by that of the account"
        assert words in asked, "what was typed is not lost"
    assert not family.log(Event.APART_WRITTEN)
    about = str(family.member("karim"))
    assert keep(family, "lotte", "Gisteren belde Karim weer.", about=about).status_code == 302
    assert keep(family, "lotte", "Een karimata is een vogel.").status_code == 302, "a part of a word is no name"


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Papa weet hier niets van.", "papa"),
        ("Oma belde in de nacht.", "oma"),  # in the circle she is "oma Rita"
        ("De moeder was er niet bij.", "moeder"),  # nobody is called so: it is mama
        ("De ouders hebben ruzie.", "ouders"),
        ("De trainer zag het.", "trainer"),  # trainer Karim
        ("De bakker zag het.", ""),  # nobody of the circle
        ("Het kind is ouder geworden, een halve meter groter.", ""),
        ("Dit zou haar nu schaden.", ""),
    ],
)
def test_who_is_meant_by_a_relation_word_is_asked_about_too(family: Family, words: str, asked: str) -> None:
    """ "Mama" is Ann, who would read it beside Lotte of a child under twelve (R17)."""
    answer = keep(family, "lotte", words)
    assert answer.status_code == (200 if asked else 302)
    assert family.log(Event.APART_WRITTEN) == (0 if asked else 1)
    if not asked:
        return
    told = unescape(answer.content.decode())
    assert f"In je tekst staat: {asked}." in told
    assert words in told
    again = {"words": words, "about": OF_NOBODY, "nobody": asked, "once": family.once()}
    assert family.browser("lotte").post(family.url("journal:apart"), again).status_code == 302


@pytest.mark.parametrize("who", ["noor", "ann", "an", "karim"])
def test_nobody_else_is_asked_anything(family: Family, who: str) -> None:
    assert keep(family, who, "Oma belde in de nacht.").status_code == 404
    assert not family.log(Event.APART_WRITTEN)


def test_a_long_text_is_looked_through_at_once(family: Family) -> None:
    assert asked_about("a" * 50_000, ["oma Rita"]) == []
    assert asked_about("zij " * 12_000 + "oma", ["oma Rita"]) == ["oma"]


def test_who_looked_again_keeps_it_about_nobody_and_another_name_is_asked_anew(family: Family) -> None:
    told = {"words": "Gisteren belde Rita weer.", "about": OF_NOBODY}

    def send(**more: str) -> HttpResponse:
        return family.browser("lotte").post(family.url("journal:apart"), told | {"once": family.once()} | more)

    asked = send().content.decode()
    names = asked.split('name="nobody" value="')[1].split('"')[0]
    assert "Gaat dit over iemand" in send(words="Rita en Karim belden.", nobody=names).content.decode()
    assert send(nobody=names).status_code == 302


def test_who_of_this_child_may_read_it_beside_lotte_is_said_by_name(family: Family) -> None:
    """Of a child under twelve both parents who have the authority may, and no trust person has to be there (R20)."""
    parents = Involvement.objects.filter(dossier=family.sem.dossier, relation=Relation.PARENT.value)
    assert parents.update(authority=Authority.HOLDS.value) == 2
    told = unescape(family.page("rights:viewings", seen_by="lotte", child="sem"))
    assert "Wie vertrouwenspersoon is" not in told
    assert "Bij Sem mag dit nu: " in told
    said = told[told.index("Bij Sem mag dit nu: ") :].split("</p>")[0]
    assert "Ann" in said
    assert "Tarik" in said
    page_of_it = unescape(family.page("journal:apart", seen_by="lotte", child="sem"))
    assert "een ouder met gezag, zolang Sem het zelf nog niet kan" in page_of_it


def test_a_name_that_comes_into_a_text_about_nobody_later_is_asked_about_too(family: Family) -> None:
    assert keep(family, "lotte").status_code == 302
    where = family.url("journal:apart_change", apart=apart(family).pk)

    def change(words: str, **more: str) -> HttpResponse:
        told = {"once": family.once(), "version": "1", "words": words, "do": "save"} | more
        return family.browser("lotte").post(where, told)

    words = "Tarik belde gisteren."
    asked = unescape(change(words).content.decode())
    assert "Gaat dit over iemand van hen?" in asked
    assert words in asked
    assert words not in page(family, "lotte", "journal:apart")
    names = asked.split('name="nobody" value="')[1].split('"')[0]
    assert change(words, nobody=names).status_code == 302
    assert words in page(family, "lotte", "journal:apart")
