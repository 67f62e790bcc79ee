"""The yes to the file (R18): what it opens is said before, stands under the yes of the child, and is told when it ends.

Karim serves as the trust person of Noor.  What he reads because she said yes to the file, she reads with its time where
she takes that yes back; what anybody reads without a yes of hers stands there for nobody.
"""

from html import unescape

import pytest

from kring.access.acts import answering, protecting
from kring.access.acts.answering import Answering
from kring.access.models import Disclosure, Item, SamePerson, Say, Seen, Word
from kring.dossier.models import Involvement
from kring.journal.models import Apart, Passage
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Topic
from kring.portals.answers import number
from tests.family import Family
from tests.rooms.journal import page, write
from tests.rooms.pointing import surely
from tests.rooms.test_journal_apart import WORDS, keep, sits_beside_lotte
from tests.rooms.test_restrictions import is_told

OF_THE_FILE = ("file", "household")


def serves(family: Family, who: str = "karim") -> None:
    held = Involvement.objects.filter(dossier=family.noor.dossier, person=family.person(who))
    held.update(relation=Relation.TRUST_PERSON.value, told_as="")


def says(family: Family, word: Word, topic: Topic = Topic.THE_FILE, who: str = "karim") -> Say:
    new = Answering(towards=family.member(who), word=word, topic=topic)
    return answering.answer(family.door("noor", Section.ANSWERS), new, once=uuid7())


def restricts(family: Family, who: str) -> None:
    toward = [protecting.Toward(member=family.member(who))]
    protecting.restrict(
        family.door("lotte", Section.RIGHTS), toward, from_on=clock.today(), until_on=None, once=uuid7()
    )


def texts(family: Family) -> list[str]:
    """Of what the team wrote, what Karim reads by a yes to the file and Noor reads herself."""
    rows = family.door("noor", Section.JOURNAL).within(Passage.objects.filter(item__klass__in=OF_THE_FILE))
    return [row.in_short() for row in rows if row.item.held_close is False and row.item.wall_id is None]


def rows(family: Family) -> list[Passage]:
    return list(family.door("lotte", Section.JOURNAL).within(Passage.objects.all()))


def question(family: Family, topic: Topic, who: str = "karim", by: str = "noor") -> str:
    where = {"member": family.member(who), "topic": number(topic)}
    return main(family, "portals:question", by, **where)


def main(family: Family, where: str, by: str, **parts: object) -> str:
    told = unescape(family.page(where, seen_by=by, **parts))
    return told[told.index("<main") : told.index("</main>")]


def test_what_he_read_by_the_yes_to_the_file_stands_where_she_takes_it_back(family: Family) -> None:
    serves(family)
    say, there = says(family, Word.YES), texts(family)
    assert len(there) > 1
    stop = {"say": say.pk}
    assert "Nog niets." in main(family, "portals:stop_answer", "noor", **stop)
    told = page(family, "karim")
    assert all(one.rstrip("….")[:30] in told for one in there), "he reads them"
    stopping = main(family, "portals:stop_answer", "noor", **stop)
    assert "Nog niets." not in stopping
    for one in there:
        assert f"{one} <span" in stopping
    assert stopping.count("<time") == len(there)
    about = main(family, "portals:about", "noor", member=family.member("karim"))
    assert all(f"{one} <span" in about for one in there)


def test_a_text_of_the_file_stands_under_the_yes_to_the_file_and_not_under_a_subject(family: Family) -> None:
    serves(family)
    write(family, "lotte", "Er was overleg op school.", topic_0="school")
    of_the_file = says(family, Word.YES)
    school = says(family, Word.YES, Topic.SCHOOL)
    page(family, "karim")
    row = next(one for one in rows(family) if "overleg op school" in one.words)
    Seen.objects.exclude(item=row.pk).delete()
    assert Seen.objects.filter(item=row.pk).exists()
    assert "Nog niets." in main(family, "portals:stop_answer", "noor", say=school.pk)
    assert row.in_short() in main(family, "portals:stop_answer", "noor", say=of_the_file.pk)


def test_what_is_kept_apart_leaves_no_trace_at_hers(family: Family) -> None:
    keep(family, "lotte")
    before = main(family, "portals:about", "noor", member=family.member("karim"))
    sits_beside_lotte(family, "karim")
    assert WORDS in page(family, "karim", "journal:apart")
    apart = {one.pk for one in family.door("lotte", Section.APART).within(Apart.objects.all())}
    assert family.browser("karim").get(family.url("portals:why", item=min(apart))).status_code == 200
    assert not Seen.objects.filter(item__in=apart).exists()
    assert before.count("<time") == main(family, "portals:about", "noor", member=family.member("karim")).count("<time")


def test_nobodys_reading_without_her_yes_is_shown_as_seen_by_one(family: Family) -> None:
    # Of what was written about Ann, Ann reads her own; by the yes of that parent, Rita reads what is about that parent.
    surely(family, "ann", "mama")
    household = next(row for row in rows(family) if row.item.klass == "household")
    household.item.about_id = family.member("mama")
    household.item.save(update_fields=["about_id"])
    side = Item.objects.get(pk=family.member("mama")).wall_id
    here = {"dossier": family.noor.dossier, "person": family.person("rita")}
    Involvement.objects.filter(**here).update(wall_id=side)
    parent = {"giver": "parent", "given_by_id": family.person("ann"), "answer": "yes", "from_on": clock.today()}
    parent |= {"towards_id": family.member("rita"), "item_id": household.pk, "recorded_by_id": family.person("ann")}
    Say.objects.create(dossier_id=family.noor.dossier, expressed="said", **parent)
    for who in ("ann", "rita"):
        assert household.words in page(family, who), who
    assert "Al gelezen door" not in main(family, "portals:thing", "noor", item=household.pk)
    assert not Seen.objects.filter(item=household.pk).exists()


def test_what_was_told_in_an_emergency_still_is(family: Family) -> None:
    mine = next(row for row in rows(family) if row.item.klass == "own_words" and not row.item.held_close)
    told = {"to_id": family.person("rita"), "by_id": family.person("lotte"), "motive": "Nu.", "at": clock.now()}
    told |= {"child_told": True, "parents_told": True}
    Disclosure.objects.create(dossier_id=family.noor.dossier, item_id=mine.pk, **told)
    page(family, "rita")
    assert "Rita" in main(family, "portals:thing", "noor", item=mine.pk).split("Al gelezen door")[1]


# -- what is said before -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["noor", "lotte"])
def test_the_question_names_every_text_that_opens_at_once(family: Family, by: str) -> None:
    serves(family)
    asked = question(family, Topic.THE_FILE, by=by)
    assert f"gaan {len(texts(family))} teksten meteen open" in asked
    assert all(f"<li>{one}</li>" in asked for one in texts(family))
    assert "nu niets" not in asked
    assert "alleen naast een begeleider" in asked


def test_what_it_says_of_a_worker_is_the_same_whatever_is_kept_apart(family: Family) -> None:
    serves(family)
    before = {by: question(family, Topic.THE_FILE, by=by) for by in ("noor", "lotte")}
    keep(family, "lotte")
    for by, said in before.items():
        now = question(family, Topic.THE_FILE, by=by)
        assert WORDS not in now
        assert now.count("<li>") == said.count("<li>")


def test_of_who_does_not_serve_and_of_who_reads_it_already_nothing_opens(family: Family) -> None:
    asked = question(family, Topic.THE_FILE)
    assert "Er gaat nu niets open." in asked, "Karim does not serve yet"
    assert "naast een begeleider" not in asked


def test_looking_along_puts_it_under_what_her_yes_opens(family: Family) -> None:
    serves(family)
    before = main(family, "portals:along", "noor", other=family.person("karim"))
    assert not any(one in before for one in texts(family))
    says(family, Word.YES)
    told = main(family, "portals:along", "noor", other=family.person("karim"))
    with_yes = told.split("Met jouw ja")[1].split("</section>")[0]
    assert all(one in with_yes for one in texts(family))
    otherwise = told.split("Daarvoor is jouw ja niet nodig")[1] if "Daarvoor is jouw ja niet nodig" in told else ""
    assert not any(one in otherwise for one in texts(family))


def test_once_answered_the_file_is_not_offered_again(family: Family) -> None:
    serves(family)
    where = family.url("portals:question", member=family.member("karim"), topic=number(Topic.THE_FILE))
    about = {"member": family.member("karim")}
    assert f'class="chip" href="{where}"' in main(family, "portals:about", "noor", **about)
    for word in (Word.YES, Word.ASK, Word.NO):
        says(family, word)
        told = main(family, "portals:about", "noor", **about)
        assert f'class="chip" href="{where}"' not in told
        assert where in told, "and it can be changed"


def test_towards_who_may_have_no_contact_it_says_that_it_waits_and_not_that_there_is_nothing(family: Family) -> None:
    write(family, "noor", "Ik zit naast Yara.", topic_0="school")
    SamePerson.objects.create(item_id=family.member("papa"), person_id=family.person("tarik"), confirmed_at=clock.now())
    before = question(family, Topic.SCHOOL, "papa")
    assert "Dit gaat nu over" in before
    assert family.browser("tarik").get(family.url("rights:own_person")).status_code == 200
    restricts(family, "papa")
    assert family.browser("tarik").get(family.url("rights:own_person")).status_code == 404, "it is he who is restricted"
    untold = question(family, Topic.SCHOOL, "papa")
    assert "Dit kan nu niet. Vraag het aan je begeleider." in untold
    assert "contact" not in untold, "a person tells it first (R15)"
    assert is_told(family) == [302]
    asked = question(family, Topic.SCHOOL, "papa")
    assert "gaat nu niets open" not in asked
    assert "Een ja kan pas als het contact weer mag." in asked
    assert "Ik zit naast Yara." in asked
    assert "geen contact" not in main(family, "portals:home", "tarik"), "to him there is no trace of it"
    papa = {"word": "yes", "until": "stop", "once": family.once()}
    where = family.url("portals:question", member=family.member("papa"), topic=number(Topic.SCHOOL))
    assert family.browser("noor").post(where, papa).status_code == 200
    assert not Say.objects.exists()


def test_why_he_reads_it_says_which_yes_and_since_when(family: Family) -> None:
    write(family, "noor", "Ik zit naast Yara.", topic_0="school")
    mine = next(row for row in rows(family) if "naast Yara" in row.words)
    assert family.browser("karim").get(family.url("portals:why", item=mine.pk)).status_code == 404
    says(family, Word.YES, Topic.SCHOOL)
    assert "Het ja over school geldt sinds" in main(family, "portals:why", "karim", item=mine.pk)
    assert "Het ja over" not in main(family, "portals:why", "lotte", item=mine.pk), "she reads it without"
