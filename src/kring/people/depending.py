"""With how many children a colleague works, as far as a room above this one knows: said before somebody stops.

People knows posts, not children; the room that does says so once, when Kring starts.  A number, and never which (R7).
"""

from collections.abc import Callable

from kring.people.models import Post, Role

Teller = Callable[[Post], int]
_tellers: list[Teller] = []


def is_told_by(teller: Teller) -> None:
    """Ask this room from now on."""
    if teller not in _tellers:
        _tellers.append(teller)


def on(post: Post) -> int:
    """With how many children somebody works in this post; none in another role."""
    return sum(tell(post) for tell in _tellers) if post.role == Role.WORKER.value else 0
