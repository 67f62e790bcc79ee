"""Every address × everyone of the cast × GET and POST: who finds something, and who finds nothing at all."""

from collections.abc import Iterator
from copy import copy
from datetime import timedelta
from functools import cache
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from kring.access.acts import LetIn, answering, let_in, protecting, standing_in
from kring.access.models import Item, Word
from kring.agreements.acts import making
from kring.agreements.drafting import Key, Value
from kring.circle import sittings
from kring.circle.acts import sessions
from kring.circle.cards import Age, Mode
from kring.circle.models import Tie
from kring.endings import reading as reading_of_endings
from kring.endings.acts import leaving as acts_of_leaving
from kring.endings.models import AfterLook
from kring.journal.models import Apart, Passage, PlanLine
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Topic
from kring.law.agreements import Party
from kring.law.agreements import Point as Code
from kring.law.endings import Leaves
from kring.law.meaning import Expressed, Meaning
from kring.law.rights_moments import Audience
from kring.law.ways import WayKind
from kring.loyalty.acts import hearing as acts_of_loyalty
from kring.loyalty.models import Worry
from kring.moments.acts import chances
from kring.moments.models import Chance
from kring.people.acts import shelf
from kring.people.models import Organisation, Post
from kring.rights.acts import said as acts
from kring.rights.acts import wishes
from tests import answered
from tests.canary import sought
from tests.family import Family, undone
from tests.role_table import EVERYONE, ROWS, Open, Row
from tests.rooms import agreeing
from tests.rooms.around import advised, around, cared_for, learns, met, struggled
from tests.rooms.opening import OF_ITS_OWN, opened
from tests.test_house import patterns
from tests.turns import every_other_on_postgres

LOGIN = "/accounts/in/"
BY_LINK: dict[str, Any] = {"relation": Relation.SUPPORTER, "kind": WayKind.LINK, "expressed": Expressed.SAID.value}
FROM_TODAY: dict[str, Any] = {"from_on": clock.today(), "until_on": None, "once": None}
TOMORROW: dict[str, Any] = dict.fromkeys(("from_on", "until_on"), clock.today() + timedelta(days=1)) | {"once": None}
WRITTEN = ("passage", "apart", "line", "pact")
ABOUT_A_CHILD = [name for name, row in ROWS.items() if isinstance(row, Row)]


@pytest.fixture(scope="module")
def parts(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[dict[str, object]]:
    """Made once for all the tests of this file: three hundred times a quarter of a second is longer than the tests."""
    with django_db_blocker.unblock(), undone():  # type: ignore[attr-defined]
        yield all_parts(Family())


def all_parts(family: Family) -> dict[str, object]:
    """A value for every part of an address, of things that are there."""
    circle, rights = family.door("lotte"), family.door("lotte", Section.RIGHTS)
    ended = sessions.start(circle, mode=Mode.CALM, age=Age.TEEN, minutes=None, act=uuid7())
    sessions.end(circle, sittings.sitting(circle, ended), act=uuid7())
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    wish = wishes.name(rights, family.member("karim"), said, act=uuid7())
    about_school = answering.Answering(towards=family.member("karim"), word=Word.ASK, topic=Topic.SCHOOL)
    say = answering.answer(family.door("noor", Section.ANSWERS), about_school, once=uuid7())
    return {
        "dossier": family.noor.dossier,
        "member": family.member("karim"),
        "tie": circle.within(Tie.objects.all()).values_list("pk", flat=True)[0],
        "session": sessions.start(circle, mode=Mode.CALM, age=Age.TEEN, minutes=None, act=uuid7()),
        "wish": wish,
        "item": wish,
        "say": say.pk,
        "topic": 7,
        "other": family.person("wilma"),
        "ended": ended,
        "person": family.person("an"),
        "worker": family.person("lotte"),
        "shut": family.sem.dossier,
        "post": Post.objects.filter(person=family.person("an")).values_list("pk", flat=True)[0],
        "way": let_in(rights, LetIn(name="Wilma", member=family.member("wilma"), **BY_LINK), once=None).given,
        "said": said_by_noor(family),
        "restriction": protecting.restrict(rights, [protecting.Toward(member=family.member("els"))], **FROM_TODAY)[
            0
        ].pk,
        **written(family),
        **explained(family),
        "pact": agreed_on(family),
        "toward": family.member("mama"),
        "parent": family.member("mama"),
        "worry": worried(family),
        **sought.looked(family.actor("lotte"), family.noor.dossier),
        "step": 1,
        "which": "asked",
        "listener": 1,
        **leaving(family),
        **around(family.door("lotte", Section.SUPPORT), family.door("wilma", Section.SUPPORT), family.member("karim")),
        **opened(family),
        "viewing": uuid7(),
        "involvement": standing_in.ask(rights, family.person("greet"), **TOMORROW).pk,
        **{part: uuid7() for part in ("appointment", "limit", "own", "reached")},
        "token": "none",
        "stay": uuid7(),
        "device": uuid7(),
        "card": uuid7(),
        "passkey": 0,
        "uidb36": "1",
        "key": "none",
        "provider_id": "none",
    }


def agreed_on(family: Family) -> UUID:
    """What Noor and Karim, who said yes to being her JIM, agree on: a version that holds, one with nobody's yes, and
    one that is being typed."""
    answered.said(family, "karim", Meaning.JIM)
    points = {**agreeing.POINTS, Key(Code.KNOWS, "", "mother"): Value(towards=str(family.member("mama")))}
    first = agreeing.made(family, points=points, who="karim")
    for by, party in (("noor", Party.CHILD), ("karim", Party.PERSON)):
        agreeing.agree(family, by, first, party)
    pact = agreeing.made(family, points=points, who="karim").pact
    door, new = family.door("noor", Section.AGREEMENTS), making.Begun(meaning=Meaning.JIM)
    making.begin(door, family.member("karim"), new, act=uuid7(), on=clock.today())
    return pact


def said_by_noor(family: Family) -> UUID:
    """Something that Noor said."""
    door = family.door("noor", Section.SAID)
    acts.say(door, acts.Words(readers=(), text="Ik wil iets zeggen"), act=uuid7())
    return Item.objects.values_list("pk", flat=True).get(dossier=family.noor.dossier, section=Section.SAID.value)


def written(family: Family) -> dict[str, UUID]:
    """What Noor wrote, what Lotte keeps apart, and a line of the plan."""
    noor, lotte = family.door("noor", Section.JOURNAL), family.door("lotte", Section.APART)
    mine = noor.within(Passage.objects.filter(item__author=family.person("noor")).order_by("pk"))
    lines = family.door("noor", Section.SAFETY).within(PlanLine.objects.order_by("pk"))
    apart = lotte.within(Apart.objects.order_by("pk"))
    return {"passage": mine[0].pk, "apart": apart[0].pk, "line": lines[0].pk}


def worried(family: Family) -> UUID:
    """A worry of mama, as Lotte heard it."""
    door = family.door("lotte", Section.PARENTS)
    acts_of_loyalty.hear(door, family.member("mama"), acts_of_loyalty.Heard(words="Wie is dat?"), act=uuid7())
    key: UUID = door.within(Worry.objects.order_by("-pk"))[0].pk
    return key


def explained(family: Family) -> dict[str, object]:
    """A good moment with Karim, something on the shelf, and for whom there is a sheet in which language."""
    chances.note(
        family.door("lotte", Section.RIGHTS), family.member("karim"), "Ze lachten.", clock.today(), act=uuid7()
    )
    chance = family.door("lotte", Section.RIGHTS).within(Chance.objects.all())[0]
    house = Organisation.objects.get(posts__person=family.person("mo"))
    shelf.add_material(family.actor("mo"), house, Audience.YOUTH, ("Een film", "https://film.example"), once=None)
    told: dict[str, object] = {"audience": "youth", "language": "fr", "child": family.sem.dossier}
    told |= {"dilemma": struggled(family.actor("lotte"))}
    told |= {"adviser": advised(family.actor("mo"), house), "gathering": met(house), "learning": learns(house)}
    return {"chance": chance.pk, "material": house.materials.values_list("pk", flat=True)[0], **told}


def leaving(family: Family) -> dict[str, object]:
    """Of pastor Johan: one will stop, of another the child was told, and how it goes is asked today."""
    door, heard = family.door("lotte", Section.RIGHTS), acts_of_leaving.Heard(why=Leaves.AWAY)
    told = acts_of_leaving.Told(on=clock.today())
    keys = [acts_of_leaving.hear(door, family.member("johan"), heard, act=uuid7()) for _ in range(2)]
    acts_of_leaving.tell(door, reading_of_endings.leaving_of(door, keys[0]), told, act=uuid7())
    look = door.within(AfterLook.objects.order_by("due_on"))[0].pk
    care = cared_for(door)
    return {"care": care, "leaving": keys[1], "look": look, "meaning": "jim"}


def address(name: str, parts: dict[str, object]) -> str:
    part, better = OF_ITS_OWN.get(name, ("", ""))
    if better in parts:
        parts = {**parts, part: parts[better]}
    resolver, short = get_resolver(), name
    for space in name.split(":")[:-1]:
        resolver = resolver.namespace_dict[space][1]
        short = name.rsplit(":", maxsplit=1)[-1]
    for _, wanted in sorted(
        ((len(names), names) for pattern in resolver.reverse_dict.getlist(short) for _, names in pattern[0])
    ):
        try:
            return reverse(
                name,
                kwargs={
                    part: parts[part]
                    for part in [*wanted, "dossier"]
                    if part in parts and (part in wanted or _is_about_a_child(name))
                },
            )
        except NoReverseMatch:
            continue
    raise AssertionError(f"no address for {name}")


def _is_about_a_child(name: str) -> bool:
    return name.startswith(
        ("circle:", "journal:", "rights:", "moments:", "agreements:", "endings:", "support:", "loyalty:", "seeking:")
    ) or name in {"portals:child", "portals:copy", "portals:copy_pdf"}


def answer(browser: Client, method: str, where: str) -> tuple[bool, int]:
    """Whether something is there, and the status."""
    sent = browser.get(where) if method == "get" else browser.post(where)
    asked_to_sign_in = sent.status_code == 302 and sent["Location"].startswith(LOGIN)
    return sent.status_code != 404 and not asked_to_sign_in, sent.status_code


def tried(browser: Client, method: str, where: str) -> bool:
    """Whether something is there; whatever was done by asking is undone, so that the next address starts afresh."""
    cookies = copy(browser.cookies)
    with transaction.atomic():
        is_there, status = answer(browser, method, where)
        transaction.set_rollback(True)
    assert (method, status) != ("get", 405), f"{where}: use @posted or @sent_from, so that absence looks the same"
    browser.cookies = cookies
    return is_there


@pytest.mark.parametrize("who", sorted(EVERYONE))
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_someone_finds(family: Family, parts: dict[str, object], who: str, method: str) -> None:
    """An address that only takes what is sent leads who may send it to its page; others find nothing, and never 405."""
    browser, wrong = family.browser(who), []
    browser.get(reverse("ways:display"))  # it is here from now on
    for name in every_other_on_postgres(ABOUT_A_CHILD, sorted(EVERYONE).index(who)):
        row = ROWS[name]
        assert isinstance(row, Row)
        may = who in (row.get if method == "get" or row.post is None else row.post)
        if tried(browser, method, address(name, parts)) != may:
            wrong.append(f"{name}: {'nothing' if may else 'something'} is there")
    assert not wrong, f"{method} by {who}: {wrong}"


@pytest.mark.parametrize("name", ABOUT_A_CHILD)
def test_who_is_not_signed_in_finds_nothing(family: Family, parts: dict[str, object], name: str) -> None:
    for method in ("get", "post"):
        assert not answer(Client(), method, address(name, parts))[0]


@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if isinstance(row, Open)])
def test_what_is_the_same_for_everyone(family: Family, parts: dict[str, object], name: str) -> None:
    row, where = ROWS[name], address(name, parts)
    assert isinstance(row, Open)
    for browser in (Client(), family.browser("lotte"), family.browser("an")):
        assert answer(browser, "get", where)[1] in row.get
        assert answer(browser, "post", where)[1] in row.post


OF_A_CHILD = ["dossier", "member", "tie", "wish", "session", "way", "said", "restriction", "involvement"]
OF_A_CHILD += ["say", "item", "other", "chance", "told", "toward"]


@pytest.mark.parametrize("part", [*OF_A_CHILD, *WRITTEN])
def test_what_is_of_another_child_is_not_here(family: Family, parts: dict[str, object], part: str) -> None:
    """The ids of Noor, put behind the door of Sem, and ids that nobody has: both are nothing."""
    names = [name for name in ABOUT_A_CHILD if f"<uuid:{part}>" in route_of(name)]
    assert names
    for name in names:
        found, lotte = set(), family.browser("lotte")
        for strange in ({part: uuid7()}, {"dossier": family.sem.dossier} if part != "dossier" else {part: uuid7()}):
            own = {better: strange[of] for of, better in OF_ITS_OWN.values() if of in strange}
            where = address(name, parts | strange | own)
            assert lotte.post(where, {"once": family.once()}).status_code in {400, 404, 405}, name
            found.add(lotte.get(where).status_code)
        # 302: a form that looks at no row before it is filled in leads to its page, whatever stands in the address
        assert len(found) == 1, name
        assert found <= {302, 404, 405}, name


@cache
def routes() -> dict[str, str]:
    """The route of every name, as the resolver has it."""
    return {name: route for route, name, _view in patterns()}


def route_of(name: str) -> str:
    return routes()[name]
