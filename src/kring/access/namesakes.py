"""Two people of one name around a child are told apart in words: by their side, by what they are, by since when.

A colour beside a name tells nobody apart who does not see it, or hears the page read aloud.  For who stands above the
walls and chooses between them: the child, and who works with it (R16, R20).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kring.dossier.models import Involvement, Wall
from kring.kit.sentences import SENTENCES, sentence
from kring.law.access import Relation
from kring.law.standing import hat
from kring.law.ways import PARENTS

Standing = tuple[UUID, str, Relation, frozenset[UUID], date]
"""Who, by which name, as what, on which sides, since when."""


def told_apart(people: Sequence[Standing]) -> dict[UUID, str]:
    """How each of these is called here; a name that only one of them has, stays what it is.

    One statement more where two of one name stand on a side, and else none.
    """
    called = Counter(one[1].casefold() for one in people)
    twice = [one for one in people if called[one[1].casefold()] > 1]
    labels = _labels(twice)
    words = {who: [_short(relation, walls, labels)] for who, _name, relation, walls, _on in twice}
    for who in _alike(twice, words):
        since = next(one[4] for one in twice if one[0] == who)
        words[who].append(_("sinds %(on)s") % {"on": date_format(since, "j F Y")})
    for number, who in enumerate(sorted(_alike(twice, words)), start=1):
        words[who].append(_("nummer %(number)s") % {"number": number})
    return {who: f"{name} ({', '.join(words[who])})" if who in words else name for who, name, *_rest in people}


def of_the_involved(rows: Iterable[Involvement]) -> dict[UUID, str]:
    """The same of who holds these, each once: by the position in which it comes in, and with all its sides."""
    held: dict[UUID, list[Involvement]] = {}
    for row in rows:
        held.setdefault(row.person_id, []).append(row)
    return told_apart(
        [
            (
                key,
                str(some[0].person.call_name),
                hat(one.relation for one in some),
                frozenset(one.wall_id for one in some if one.wall_id),
                some[0].from_on,
            )
            for key, some in held.items()
        ]
    )


def of_the_parents(dossier: UUID) -> dict[UUID, str]:
    """The same of everyone who is a parent here or was one, for what they said.  One statement."""
    here = Involvement.objects.filter(dossier=dossier, relation__in=sorted(PARENTS))
    return of_the_involved(here.select_related("person").order_by("from_on", "pk"))


def _labels(twice: Sequence[Standing]) -> Mapping[UUID, str]:
    walls = {wall for one in twice for wall in one[3]}
    return {one.pk: one.label for one in Wall.objects.filter(pk__in=walls)} if walls else {}


def _short(relation: Relation, walls: frozenset[UUID], labels: Mapping[UUID, str]) -> str:
    code = f"relation.{relation.value}"
    word = str(sentence(code, name="")) if code in SENTENCES else str(_("begeleiding"))
    sides = sorted(labels[wall] for wall in walls if labels.get(wall))
    return ", ".join([word, *sides])


def _alike(twice: Sequence[Standing], words: Mapping[UUID, list[str]]) -> list[UUID]:
    """Those whose words another of the same name has as well."""
    said = Counter((name.casefold(), *words[who]) for who, name, *_rest in twice)
    return [who for who, name, *_rest in twice if said[(name.casefold(), *words[who])] > 1]
