"""What may be told to whom is the child's consent itself; parents read what is shared; each version on paper."""

from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.access.acts import answering, protecting
from kring.access.models import SamePerson, Say, Word
from kring.access.writing import NotAllowedError
from kring.agreements.drafting import Key, Value
from kring.agreements.knowing import Hears
from kring.agreements.models import Agreement, Point
from kring.agreements.paper import Paper
from kring.kit import clock, sheets
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.law.agreements import Listener, Party
from kring.law.agreements import Point as Code
from kring.law.meaning import Expressed, Meaning
from kring.rights.acts import wishes
from tests.family import Family
from tests.rooms.agreeing import DINNER, POINTS, THERE, agreed, made
from tests.rooms.test_agreement_pages import read, send

NAMES = "ليلى نور · Zażółć Gęślą · 👩‍👧 Mira 💛"
LONG = f"{NAMES} " * 1250  # 50,000 characters


def with_mother(family: Family, by: str = "noor") -> Agreement:
    """An agreement in which it is said what may be told to the mother; Ann is known to be her."""
    mother = Key(Code.KNOWS, "", Listener.MOTHER.value)
    points = {**POINTS, mother: Value(towards=str(family.member("mama")))}
    SamePerson.objects.create(item_id=family.member("mama"), person_id=family.person("ann"), confirmed_at=clock.now())
    return made(family, by, points)


def tell(family: Family, who: str, row: Agreement, **facts: str) -> HttpResponse:
    return send(family, who, "knows", facts, pact=row.pact, listener=1)


def words_of(family: Family, member: str) -> dict[str, str]:
    said = Say.objects.in_force(clock.today()).filter(towards=family.member(member))
    return dict(said.exclude(topic="").values_list("topic", "answer"))


def test_what_may_be_told_is_the_consent_and_nothing_beside_it(family: Family) -> None:
    row = with_mother(family)
    assert tell(family, "noor", row, school="yes", father="no").status_code == 302
    assert words_of(family, "mama") == {"school": "yes", "father": "no"}
    assert "school" in unescape(family.page("portals:about", seen_by="noor", member=family.member("mama")))
    for who in ("noor", "lotte"):
        page = read(family, who, "agreement", pact=row.pact)
        assert "Aan mama" in page
        assert "Mag niet:" in page
    answering.withdraw(family.door("noor", Section.ANSWERS), Say.objects.get(topic="father"), once=uuid7())
    for who in ("noor", "lotte"):
        assert "Mag niet:" not in read(family, who, "agreement", pact=row.pact)


def test_lotte_writes_down_how_noor_said_it(family: Family) -> None:
    row = with_mother(family)
    assert "Kies er één." in tell(family, "lotte", row, school="yes").content.decode()
    assert tell(family, "lotte", row, school="ask", said="said").status_code == 302
    assert Say.objects.get(topic="school").expressed == "said"


@pytest.mark.parametrize("who", ["wilma", "bram", "ann", "karim", "mo"])
def test_nobody_else_answers_for_noor(family: Family, who: str) -> None:
    row = with_mother(family)
    assert tell(family, who, row, school="yes").status_code == 404
    assert words_of(family, "mama") == {}


def test_wilma_reads_nothing_of_it_where_noor_did_not_say_that_it_holds_here(family: Family) -> None:
    row = made(family)
    noor = family.door("noor", Section.ANSWERS)
    new = answering.Answering(towards=family.member("mama"), word=Word.YES, topic=Topic.SCHOOL)
    answering.answer(noor, new, once=uuid7())
    assert "Aan mama" not in read(family, "wilma", "agreement", pact=row.pact)


def point(family: Family, words: str) -> str:
    rows = family.door("noor", Section.AGREEMENTS).within(Point.objects.filter(until=None))
    return next(str(one.pk) for one in rows if one.words == words)


def share(family: Family, who: str, row: Agreement, *points: str) -> HttpResponse:
    facts = {"points": [*points], "said": "said"}
    return send(family, who, "share", facts, pact=row.pact, toward=family.member("mama"))


def test_that_ann_reads_it_is_said_once_somebody_looked_who_she_is(family: Family) -> None:
    row = with_mother(family)
    for confirmed, says in ((True, "leest dit, en niets anders."), (False, "zodra een begeleider nakeek wie dat is")):
        if not confirmed:
            SamePerson.objects.filter(person=family.person("ann")).update(confirmed_at=None)
        facts = {"points": [point(family, DINNER)], "said": "said"}
        where = family.url("agreements:share", pact=row.pact, toward=family.member("mama"))
        told = family.browser("noor").post(where, facts | {"once": family.once()}, follow=True).content.decode()
        assert says in told


@pytest.mark.parametrize("by", ["noor", "lotte"])
def test_ann_reads_the_points_that_noor_shares_and_no_others(family: Family, by: str) -> None:
    row = with_mother(family)
    assert family.browser("ann").get(family.url("agreements:all")).status_code == 404
    assert share(family, by, row, point(family, DINNER)).status_code == 302
    page = read(family, "ann", "all")
    assert DINNER in page
    assert THERE not in page
    assert "verder vertellen" not in page
    assert family.browser("ann").get(family.url("agreements:agreement", pact=row.pact)).status_code == 404
    assert share(family, by, row).status_code == 302
    assert family.browser("ann").get(family.url("agreements:all")).status_code == 404


@pytest.mark.parametrize("who", ["wilma", "bram", "ann", "tarik", "karim"])
def test_nobody_else_shares(family: Family, who: str) -> None:
    row = with_mother(family)
    assert share(family, who, row, point(family, DINNER)).status_code == 404
    assert not Say.objects.filter(answer="yes", towards=family.member("mama")).exists()


def paper(family: Family, who: str, row: Agreement, whom: str = "") -> HttpResponse:
    where = family.url("agreements:paper", pact=row.pact)
    return family.browser(who).get(f"{where}?for={whom}" if whom else where)


@pytest.mark.parametrize(
    ("who", "whom"),
    [("noor", ""), ("noor", "child"), ("noor", "person"), ("wilma", ""), ("lotte", "person"), ("bram", "")],
)
def test_each_version_on_paper(family: Family, who: str, whom: str) -> None:
    sheet = paper(family, who, agreed(family), whom)
    assert sheet["Content-Type"] == "application/pdf"
    assert sheet.content.startswith(b"%PDF")


@pytest.mark.parametrize(("who", "whom"), [("bram", "child"), ("bram", "person"), ("wilma", "child")])
def test_nobody_else_makes_a_paper_that_speaks_as_one_of_the_two(family: Family, who: str, whom: str) -> None:
    """It would look whole, and who coaches the network reads the practical part alone."""
    row = agreed(family)
    assert paper(family, who, row, whom).status_code == 404
    assert paper(family, who, row).status_code == 200


@pytest.mark.parametrize(("who", "knows"), [("noor", True), ("lotte", True), ("wilma", True), ("bram", False)])
def test_as_what_it_was_made_knows_who_may_know_what_noor_chose(family: Family, who: str, *, knows: bool) -> None:
    """R7: that Wilma is her JIM is told to Bram by Noor's yes alone, on this page as on any other."""
    row = agreed(family)
    assert ("JIM" in read(family, who, "all")) is knows
    page = read(family, who, "agreement", pact=row.pact)
    assert ("Hier staat wat praktisch is." in page) is (not knows)


def test_the_paper_of_noor_has_the_pictures_of_her_pages_and_each_paper_says_whose_it_is(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[dict[str, Any]] = []
    monkeypatch.setattr(sheets, "pdf", lambda _template, order: told.append(order) or b"%PDF")
    row = agreed(family)
    for whom in ("child", "person", ""):
        assert paper(family, "lotte", row, whom).status_code == 200
    noors, wilmas, others = told[:3]
    assert (noors["head"], noors["whose"]) == ("Mijn afspraken met Wilma", "Dit blad is van Noor.")
    assert (wilmas["head"], wilmas["whose"]) == ("Jouw afspraken met Noor", "Dit blad is van Wilma.")
    assert (others["head"], others["whose"]) == ("Afspraken van Noor en Wilma", "")
    signs = {sheet["head"]: [point["sign"] for part in sheet["parts"] for point in part["points"]] for sheet in told}
    assert noors["drawn"].startswith("<svg")
    assert all(one.startswith("<svg") for one in signs[noors["head"]])
    assert not any([wilmas["drawn"], others["drawn"], *signs[wilmas["head"]], *signs[others["head"]]])
    unasked = Hears(Listener.MOTHER, family.member("mama"), yes=[], ask=[], no=[])
    Paper(child="Noor", name="Wilma", parts=[], hears=[unasked]).pdf()
    assert [one["said"] for one in told[-1]["hears"]] == ["nog niets gezegd. Wilma vraagt het dus altijd eerst."]


def test_where_noor_lives_is_called_so_to_who_does_not_live_there(family: Family) -> None:
    row = agreed(family, points={Key(Code.VISITS): Value(words="Op zaterdag.")})
    where = {"pact": row.pact}
    assert "Waar je woont" in family.page("agreements:agreement", seen_by="noor", **where)
    for who in ("wilma", "lotte"):
        seen = family.page("agreements:agreement", seen_by=who, **where)
        assert "Waar Noor woont" in seen
        assert "Waar je woont" not in seen


def test_a_paper_for_ann_only_of_what_she_reads(family: Family) -> None:
    row = with_mother(family)
    mama = str(family.member("mama"))
    assert paper(family, "noor", row, mama).status_code == 404
    assert share(family, "noor", row, point(family, DINNER)).status_code == 302
    for who, whom in (("noor", mama), ("lotte", mama), ("ann", "")):
        assert paper(family, who, row, whom).content.startswith(b"%PDF")
    assert paper(family, "tarik", row).status_code == 404
    assert paper(family, "wilma", row, mama).status_code == 404


def test_no_paper_for_somebody_with_whom_contact_is_restricted(family: Family) -> None:
    row = agreed(family)
    toward = [protecting.Toward(member=family.member("wilma"))]
    protecting.restrict(family.door("lotte"), toward, from_on=clock.today(), until_on=None, once=uuid7())
    assert paper(family, "noor", row, "person").status_code == 404
    assert paper(family, "noor", row).status_code == 200


@pytest.mark.parametrize("whom", ["everybody", "00000000-0000-0000-0000-000000000000", "%00"])
def test_a_paper_for_nobody_is_not_here(family: Family, whom: str) -> None:
    assert paper(family, "noor", agreed(family), whom).status_code == 404


def test_arabic_polish_emoji_and_fifty_thousand_characters_on_paper(family: Family) -> None:
    row = made(family, "noor", {Key(Code.ENGAGING): Value(words=LONG[:50_000])})
    sheet = paper(family, "noor", row).content
    assert sheet.startswith(b"%PDF")
    assert b"pdfuaid" in sheet  # of a letter without a font it would have lost its seal


def test_looking_into_the_file_is_asked_here_and_stands_in_one_place(family: Family) -> None:
    row = made(family, "noor", who="karim", meaning=Meaning.TRUST_PERSON)
    where = family.url("portals:question", member=family.member("karim"), topic=list(Topic).index(Topic.THE_FILE))
    for who in ("noor", "lotte"):
        assert where in read(family, who, "agreement", pact=row.pact)
    assert "Nog geen ja. Tot dan blijft het dicht." in read(family, "karim", "agreement", pact=row.pact)
    assert "Mag jij in het dossier" not in read(family, "wilma", "agreement", pact=made(family).pact)


def yes(family: Family, **what: Any) -> None:
    new = answering.Answering(towards=family.member("mama"), word=Word.YES, **what)
    answering.answer(family.door("noor", Section.ANSWERS), new, once=uuid7())


def test_a_yes_about_who_stands_beside_noor_opens_no_point_to_ann(family: Family) -> None:
    """A87; issue 5, 3: she says yes to each point, and to that point alone."""
    row = with_mother(family)
    yes(family, topic=Topic.BESIDE_ME)
    assert family.browser("ann").get(family.url("agreements:all")).status_code == 404
    assert paper(family, "ann", row).status_code == 404
    assert "Leest niets." in read(family, "noor", "parents", pact=row.pact)
    assert "Afspraken" not in family.page("portals:home", seen_by="ann")
    assert share(family, "noor", row, point(family, DINNER)).status_code == 302
    page = read(family, "ann", "all")
    assert DINNER in page
    assert THERE not in page


DAY, NUMBER, SHOP = "Bellen mag altijd.", "0470 00 00 12", "Overdag werk ik in de winkel."
OF_WILMA = {
    Key(Code.URGENT): Value(choice="call", words=DAY, number=NUMBER),
    Key(Code.LOW): Value(choice="message", words="Ik stuur een maantje.", number=NUMBER),
    Key(Code.REPLY_PERSON, Party.CHILD.value): Value(choice="day", words="Dezelfde dag, als het kan."),
    Key(Code.REPLY_PERSON, Party.PERSON.value): Value(choice="day", words=SHOP),
}


def test_a_number_and_what_wilma_wrote_herself_go_to_no_parent_whatever_noor_ticks(family: Family) -> None:
    SamePerson.objects.create(item_id=family.member("mama"), person_id=family.person("ann"), confirmed_at=clock.now())
    row = made(family, "noor", OF_WILMA)
    offered = read(family, "noor", "share", pact=row.pact, toward=family.member("mama"))
    assert DAY in offered
    assert "Typte je een nummer in een zin? Dat gaat wel mee." in offered
    for kept in (NUMBER, SHOP, "maantje"):
        assert kept not in offered
    assert share(family, "noor", row, point(family, DAY)).status_code == 302
    yes(family, item=UUID(point(family, "Ik stuur een maantje.")))  # on the page of that one thing
    with pytest.raises(NotAllowedError):  # of what Wilma wrote herself nobody is asked
        yes(family, item=UUID(point(family, SHOP)))
    page = read(family, "ann", "all")
    assert DAY in page
    for kept in ("0470", SHOP, "maantje"):
        assert kept not in page
    assert paper(family, "ann", row).content.startswith(b"%PDF")


def test_noor_ticks_from_exactly_the_words_that_go(family: Family) -> None:
    SamePerson.objects.create(item_id=family.member("mama"), person_id=family.person("ann"), confirmed_at=clock.now())
    long = "Wilma komt eerst even bellen bij de leefgroep, en zegt dan aan de deur wie ze is en hoe laat we terug zijn."
    row = made(family, "noor", {Key(Code.VISITS): Value(words=long)})
    assert long in read(family, "noor", "share", pact=row.pact, toward=family.member("mama"))


def test_once_noor_chose_otherwise_no_parent_reads_what_was_agreed(family: Family) -> None:
    row = with_mother(family)
    door = family.door("noor", Section.RIGHTS)
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    wishes.name(door, family.member("wilma"), said, act=uuid7())
    share(family, "noor", row, point(family, DINNER))
    assert DINNER in read(family, "ann", "all")
    wishes.withdraw(door, family.member("wilma"), Meaning.JIM, act=uuid7(), on=clock.today())
    assert DINNER not in read(family, "ann", "all")
    assert paper(family, "ann", row).status_code == 404
    assert share(family, "noor", row, point(family, THERE)).status_code == 404
    assert "Ouders lezen nu niets" in read(family, "noor", "parents", pact=row.pact)
    wishes.name(door, family.member("wilma"), said, act=uuid7())
    assert DINNER not in read(family, "ann", "all"), "she shares it anew"
