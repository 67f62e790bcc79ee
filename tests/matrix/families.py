"""Three families that are alike: the cast, one in another team of its house, and one in another house."""

from dataclasses import dataclass
from unittest.mock import patch

from kring.demo import cast
from kring.dossier.models import Dossier
from kring.people.models import Post, Team
from tests.family import Family
from tests.rooms.test_role_table import all_parts

OWN, OTHER_TEAM, OTHER_HOUSE = range(3)


class Mirrored(Family):
    """The same people once more, under other addresses: what holds for one family, holds for the other."""

    def __init__(self, name: str) -> None:
        with patch("kring.demo.cast._mail", lambda key: f"{key}@{name}.example"):
            self.seeded = cast.seed()  # type: ignore[misc]  # of this one family, in place of the cast
        super().__init__()


@dataclass(frozen=True, slots=True)
class Three:
    """The families in the order of the numbers above, and for each a value of every part of an address."""

    families: tuple[Family, Family, Family]
    parts: tuple[dict[str, object], ...]


def three(family: Family) -> Three:
    """Make the other two, and something of every kind about each child."""
    families = (family, Mirrored("zelfde-huis"), Mirrored("ander-huis"))
    _into_one_house(families[OTHER_TEAM], families[OWN])
    return Three(families, tuple(all_parts(one) for one in families))


def _into_one_house(guest: Family, host: Family) -> None:
    """The teams and the posts of one family stand in the house of the other from now on."""
    house = Dossier.objects.get(pk=host.noor.dossier).team.organisation
    theirs = Dossier.objects.get(pk=guest.noor.dossier).team.organisation
    Team.objects.filter(organisation=theirs, name="Team Noord").update(name="Team Oost")
    Team.objects.filter(organisation=theirs, name="Team Zuid").update(name="Team West")
    Team.objects.filter(organisation=theirs).update(organisation=house)
    Post.objects.filter(organisation=theirs).update(organisation=house)
