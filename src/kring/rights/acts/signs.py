"""The sign in the circle: written together with the wish or the serving it tells of, and ended together with it."""

from collections.abc import Iterable
from datetime import date

from kring.access.writing import Filing, Writing
from kring.circle.domains import Shown
from kring.circle.models import Sign
from kring.kit import clock
from kring.law.access import Klass
from kring.law.meaning import Meaning
from kring.rights.models import Serving, Wish

BY_MEANING = {
    Meaning.TRUST_PERSON: Shown.SUPPORTER,  # named is not yet serving: until then a supporter (R2)
    Meaning.JIM: Shown.JIM,
    Meaning.SUPPORTER: Shown.SUPPORTER,
}


def show(write: Writing, of: Wish | Serving) -> None:
    """Draw what this row says.  Of its class and about it: who may read the row sees its sign, and nobody else."""
    shows = Shown.TRUST if isinstance(of, Serving) else BY_MEANING[Meaning(of.meaning)]
    filing = Filing(klass=Klass(of.item.klass), topic=of.item.topic, about=of.pk)
    began = {"since_at": clock.now(), "began_by": write.act}
    write.add(Sign, filing, member_id=of.member_id, shows=shows.value, **began)


def take_away(write: Writing, of: Iterable[Wish | Serving]) -> None:
    """What these rows say holds no longer."""
    for sign in write.door.within(Sign.objects.current().filter(item__about__in=[row.pk for row in of])):
        write.change(sign, until_at=clock.now(), ended_by=write.act)


def rest(write: Writing, of: Wish, on: date | None) -> None:
    """It rests since that day, and the child knows it; nothing: it goes on.  What the picture shows stays as it is."""
    for sign in write.door.within(Sign.objects.current().filter(item__about=of.pk)):
        write.change(sign, paused_on=on)
