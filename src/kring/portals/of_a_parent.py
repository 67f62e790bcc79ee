"""What a parent said yes to about itself, for the page where it takes that back."""

from kring.access.acts import parents_word
from kring.access.door import Door
from kring.access.models import Say
from kring.access.readers import others
from kring.portals.answers import things_of


def mine(door: Door) -> list[tuple[Say, str, str, bool]]:
    """What a parent said yes to about itself: the answer, which text, who may read it, and whether it goes on."""
    said = parents_word.mine_so_far(door)
    texts = {
        row.pk: row.in_short() for row in things_of(door, {one.item_id: one.item.section for one in said if one.item})
    }
    names = {one.members: one.name for one in others(door)}
    called = {member: name for members, name in names.items() for member in members}
    return [
        (one, texts.get(one.item_id, ""), called.get(one.towards_id or one.pk, ""), parents_word.goes_on(one))
        for one in said
    ]
