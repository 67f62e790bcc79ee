"""A last day is near and a child has no worker after it: who goes and who leads the team hear once more (A170, B24).

Called by every tick (`portals.jobs`).  The message has a name of its own: it is told one time for each last day.
"""

from kring.access import erasing
from kring.access.leading import who_stays, worked_with
from kring.endings.models import GoodbyeDay
from kring.kit import clock
from kring.law.endings import LAST_CALL
from kring.people.acts import house
from kring.people.models import Post, Role
from kring.rights.models import Wish


def remind() -> int:
    """Tell of those who go soon.  How many of them still have a child to hand over."""
    today = clock.today()
    soon = Post.objects.current(today).filter(role=Role.WORKER.value, until_on__lte=today + LAST_CALL)
    waiting = [post for post in soon.order_by("pk") if has_to_hand_over(post)]
    for post in waiting:
        house.tell_of_handing(post, house.NEAR)
    return len(waiting)


def tidy() -> int:
    """The day of a goodbye goes with what else was kept for somebody beside the child (A124b).  How many went."""
    return erasing.erase_of_ended((GoodbyeDay,), Wish.objects.all(), on=clock.today())


def has_to_hand_over(post: Post) -> bool:
    """Whether a child of who goes has no worker on the day after."""
    children = {one.dossier_id for one in worked_with(post)}
    return bool(children - who_stays(children, after=post.until_on or clock.today(), but=post.person_id).keys())
