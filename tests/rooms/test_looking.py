"""Looking at what is kept apart, beside Lotte: Karim who serves, or Sem's mother in his place (R17)."""

from datetime import timedelta
from uuid import UUID

import pytest

from kring.access.acts import deciding, looking, protecting
from kring.access.beside import Beside
from kring.access.close import close_to
from kring.access.door import RefusedError, open_door
from kring.access.models import SamePerson, Say
from kring.access.readers import others, readers
from kring.access.writing import Filing, NotAllowedError
from kring.audit.events import Event
from kring.circle.acts import ties
from kring.circle.domains import Layer, TieKind
from kring.circle.models import Tie
from kring.dossier.models import Dossier, Involvement
from kring.journal.acts import notes
from kring.journal.models import Apart
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Relation, Section, Topic, Verb
from kring.law.standing import Authority
from kring.people.actors import Actor, ActorKind
from tests.family import Family


@pytest.fixture
def serving(family: Family) -> Family:
    """Karim serves as Noor's trust person, and she said yes to his looking into the file."""
    held = Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("karim"))
    held.update(relation=Relation.TRUST_PERSON.value)
    Say.objects.create(
        dossier_id=family.noor.dossier,
        topic=Topic.THE_FILE.value,
        towards_id=family.member("karim"),
        answer="yes",
        expressed="said",
        recorded_by_id=family.person("lotte"),
        from_on=clock.today(),
    )
    return family


def ask(
    family: Family, key: str = "karim", *, by: str = "lotte", child: str = "noor", member: UUID | None = None
) -> Beside:
    door = family.door(by, Section.CIRCLE, child=child)
    return looking.ask(door, family.person(key), member, once=None)


def begin(family: Family, key: str = "karim", *, child: str = "noor") -> Beside:
    row = looking.begin(family.door(key, Section.SAID, child=child), once=None)
    family.viewings[key] = row.pk
    return row


def sees(family: Family, key: str = "karim", *, child: str = "noor") -> bool:
    try:
        family.door(key, Section.APART, child=child)
    except RefusedError:
        return False
    return True


def later(monkeypatch: pytest.MonkeyPatch, **time: int) -> None:
    moment = clock.now() + timedelta(**time)
    monkeypatch.setattr(clock, "now", lambda: moment)


def test_it_opens_when_both_are_there_and_shuts_at_the_button(serving: Family) -> None:
    assert not sees(serving)
    row = ask(serving)
    assert not sees(serving)  # asked is not yet looking
    begin(serving)
    assert sees(serving)
    assert not sees(serving, "noor")
    looking.end(serving.door("lotte", Section.RIGHTS), Beside.objects.get(pk=row.pk), once=None)
    assert not sees(serving)
    assert [serving.log(one) for one in (Event.VIEWING_ASKED, Event.VIEWING_BEGAN, Event.VIEWING_ENDED)] == [1, 1, 1]
    assert all(one.is_kept_from_the_child for one in (Event.VIEWING_ASKED, Event.VIEWING_BEGAN, Event.VIEWING_ENDED))
    with pytest.raises(NotAllowedError):  # once: it is asked anew
        begin(serving)


@pytest.mark.parametrize(("minutes", "still"), [(14, True), (15, False), (-1, False), (600, False)])
def test_a_quarter_of_an_hour_whatever_the_clock_does(
    serving: Family, monkeypatch: pytest.MonkeyPatch, minutes: int, still: bool
) -> None:
    ask(serving)
    begin(serving)
    later(monkeypatch, minutes=minutes)
    assert sees(serving) is still


def test_who_comes_too_late_asks_again(serving: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(serving)
    later(monkeypatch, minutes=10)
    with pytest.raises(NotAllowedError):
        begin(serving)
    assert not sees(serving)


def test_it_asks_the_childs_yes_and_the_serving(family: Family) -> None:
    for key in ("karim", "wilma", "rita", "ann", "noor", "lotte", "bram", "an"):
        with pytest.raises(NotAllowedError):
            ask(family, key)
    assert not Beside.objects.exists()


@pytest.mark.parametrize("by", ["noor", "bram"])
def test_only_a_worker_of_this_child_sits_beside(serving: Family, by: str) -> None:
    with pytest.raises(NotAllowedError):
        ask(serving, by=by)


def test_a_yes_that_is_taken_back_shuts_it_at_once(serving: Family) -> None:
    ask(serving)
    begin(serving)
    Say.objects.filter(towards=serving.member("karim")).update(withdrawn_at=clock.now())
    assert not sees(serving)


def test_a_restriction_shuts_it_at_once_and_nobody_begins(serving: Family) -> None:
    ask(serving)
    door = serving.door("lotte", Section.RIGHTS)
    toward = [protecting.Toward(member=serving.member("karim"))]
    protecting.restrict(door, toward, from_on=clock.today(), until_on=None, once=None)
    with pytest.raises(NotAllowedError):
        begin(serving)
    with pytest.raises(NotAllowedError):
        ask(serving)


def test_a_link_is_not_signed_in_anew(serving: Family) -> None:
    ask(serving)
    door = serving.door("karim", Section.SAID)
    door.actor = Actor(ActorKind.LINK, serving.person("karim"), way=uuid7())
    with pytest.raises(NotAllowedError):
        looking.begin(door, once=None)


def test_when_the_worker_leaves_nobody_waits_and_nothing_is_shown(serving: Family) -> None:
    ask(serving)
    begin(serving)
    assert sees(serving)
    Involvement.objects.filter(person=serving.person("lotte")).update(ended_at=clock.now())
    assert not sees(serving)
    with pytest.raises(RefusedError):
        serving.door("karim", Section.APART)


def test_nor_when_the_worker_is_at_home_there_as_well(serving: Family) -> None:
    """Who is a parent of the child comes in as one: then no worker sits beside."""
    ask(serving)
    begin(serving)
    assert sees(serving)
    as_parent = Involvement.objects.get(dossier=serving.noor.dossier, person=serving.person("ann"))
    as_parent.pk, as_parent.person_id = uuid7(), serving.person("lotte")
    as_parent.save(force_insert=True)
    assert not sees(serving)


def test_a_parent_stands_in_for_a_child_that_cannot_yet_and_is_someone_of_the_circle(family: Family) -> None:
    place = family.sem.dossier
    parent = Involvement.objects.get(dossier=place, person=family.person("ann"))
    lotte = family.door("lotte", Section.RIGHTS, child="sem")
    deciding.write_authority(lotte, parent, deciding.Held(authority=Authority.HOLDS), once=None)
    with pytest.raises(NotAllowedError):  # nobody said who she is in his circle: then nobody knows what is about her
        ask(family, "ann", child="sem")
    with pytest.raises(NotAllowedError):  # nor is she somebody of another circle, or somebody who is known already
        ask(family, "ann", child="sem", member=family.member("wilma"))
    ask(family, "ann", child="sem", member=family.member("sem_mama"))
    begin(family, "ann", child="sem")
    assert sees(family, "ann", child="sem")
    assert not sees(family, "tarik", child="sem")
    assert not sees(family, "ann")
    assert SamePerson.objects.filter(item=family.member("sem_mama"), person=family.person("ann")).exists()
    Dossier.objects.filter(pk=place).update(born_on="2008-01-01")  # of age, or capable: then nobody stands in
    assert not sees(family, "ann", child="sem")


def test_who_is_close_is_asked_of_the_circle_at_that_moment(serving: Family) -> None:
    ask(serving)
    begin(serving)
    karim = serving.person("karim")
    assert serving.member("els") not in close_to(serving.noor.dossier, karim, Relation.TRUST_PERSON)
    between = ties.Between(a=serving.member("els"), b=serving.member("karim"), kind=TieKind.KNOW)
    ties.tie(serving.door("lotte"), between, layer=Layer.ADULT, act=uuid7())
    near = close_to(serving.noor.dossier, karim, Relation.TRUST_PERSON)
    assert near >= {serving.member("els"), serving.member("karim")}
    assert not close_to(serving.sem.dossier, karim, Relation.TRUST_PERSON), "nobody said who he is there"
    SamePerson.objects.filter(person=karim).delete()
    assert not close_to(serving.noor.dossier, karim, Relation.TRUST_PERSON)


def test_what_is_about_who_is_close_is_kept_away_on_every_road(serving: Family) -> None:
    """Many rows, one row, why, who else reads it, and who will (R17, R20): one sieve says it."""
    lotte, ours = serving.door("lotte", Section.APART), serving.noor.dossier
    els, karim = serving.member("els"), serving.person("karim")
    for words, about in (("over iedereen", None), ("over juf Els", els)):
        notes.write_apart(lotte, words, about, act=uuid7())
    texts = {one.words: one for one in lotte.within(Apart.objects.all())}
    ask(serving)
    begin(serving)

    def roads() -> list[bool]:
        door, row = serving.door("karim", Section.APART), texts["over juf Els"]
        other = next(one for one in others(serving.door("lotte")) if one.person == karim)
        filing = Filing(klass=Klass.AGOGIC, topic=Topic.GENERAL, about=els)
        return [
            row.pk in set(door.within(Apart.objects.all()).values_list("pk", flat=True)),
            door.may(row, Verb.READ),
            door.sieve(Section.APART).lets(row.item, Verb.READ),
            serving.browser("karim").get(serving.url("portals:why", item=row.pk)).status_code == 200,
            "over juf Els" in serving.page("journal:apart", seen_by="karim"),
            other.sieve(ours, Section.APART).lets(row.item, Verb.READ),
            karim in {one.person for one in readers(lotte, Section.APART, filing)},
        ]

    assert all(roads())
    between = ties.Between(a=els, b=serving.member("karim"), kind=TieKind.KNOW)
    ties.tie(serving.door("noor"), between, layer=Layer.CHILD, act=uuid7())
    assert not any(roads())
    assert serving.door("karim", Section.APART).may(texts["over iedereen"], Verb.READ)
    assert serving.door("lotte", Section.APART).may(texts["over juf Els"], Verb.READ), "who works with her reads it"
    for line in serving.door("noor").within(Tie.objects.filter(a__in=[els], until_at=None)):
        ties.untie(serving.door("noor"), line.pk, act=uuid7())
    assert all(roads()), "nobody joins the two any more"


def test_ids_of_another_child_end_nothing(serving: Family) -> None:
    row = ask(serving)
    for door in (serving.door("lotte", Section.RIGHTS, child="sem"), serving.door("noor", Section.RIGHTS)):
        with pytest.raises(NotAllowedError):
            looking.end(door, row, once=None)
    stranger = open_door(serving.actor("wilma"), serving.noor.dossier, Section.SAID)
    with pytest.raises(NotAllowedError):
        looking.begin(stranger, once=None)


def test_karim_reads_what_is_not_about_him_nor_about_who_is_close_to_him(serving: Family) -> None:
    lotte = serving.door("lotte", Section.APART)
    for words, about in (("over iedereen", None), ("over Karim zelf", "karim"), ("over juf Els", "els")):
        notes.write_apart(lotte, words, serving.member(about) if about else None, act=uuid7())
    karim, place = serving.browser("karim"), serving.url("journal:apart")
    assert karim.get(place).status_code == 404
    assert "wacht op jou" not in karim.get(serving.url("portals:home")).content.decode()
    sent = {"person": str(serving.person("karim")), "once": serving.once()}
    assert serving.browser("lotte").post(serving.url("rights:viewings"), sent).status_code == 302
    assert "wacht op jou" in karim.get(serving.url("portals:home")).content.decode()
    begun = karim.post(serving.url("rights:viewing_begin"), {"once": serving.once()}, follow=True).content.decode()
    assert "over iedereen" in begun
    assert "over juf Els" in begun
    assert "over Karim zelf" not in begun
    between = ties.Between(a=serving.member("els"), b=serving.member("karim"), kind=TieKind.KNOW)
    ties.tie(serving.door("lotte"), between, layer=Layer.ADULT, act=uuid7())
    assert "over juf Els" not in karim.get(place).content.decode()
    row = Beside.objects.get()
    ending = serving.url("rights:viewing_ending", viewing=row.pk)
    assert serving.browser("wilma").post(ending, {"once": serving.once()}).status_code == 404
    assert karim.post(ending, {"once": serving.once()}).status_code == 302
    assert karim.get(place).status_code == 404
    assert "inkijken" not in serving.page("portals:child", seen_by="noor")


def test_the_page_of_one_text_answers_as_the_list_does(serving: Family) -> None:
    lotte = serving.door("lotte", Section.APART)
    for words, about in (("over iedereen", None), ("over Karim", "karim"), ("over juf Els", "els")):
        notes.write_apart(lotte, words, serving.member(about) if about else None, act=uuid7())
    texts = {one.words: one.pk for one in lotte.within(Apart.objects.all())}

    def why(words: str, who: str = "karim") -> int:
        return serving.browser(who).get(serving.url("portals:why", item=texts[words])).status_code

    assert why("over iedereen") == 404, "not before it sits beside a worker"
    ask(serving)
    begin(serving)
    assert [why(one) for one in ("over iedereen", "over juf Els", "over Karim")] == [200, 200, 404]
    between = ties.Between(a=serving.member("els"), b=serving.member("karim"), kind=TieKind.KNOW)
    ties.tie(serving.door("lotte"), between, layer=Layer.ADULT, act=uuid7())
    assert [why(one) for one in ("over iedereen", "over juf Els", "over Karim")] == [200, 404, 404]
    assert why("over juf Els", "lotte") == 200, "who works with her reads it"
