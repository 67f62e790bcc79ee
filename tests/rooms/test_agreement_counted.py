"""What Noor shares of an agreement with Ann is counted alike where it is chosen and where it stands who knows what."""

from html import unescape

from tests.family import Family
from tests.rooms.agreeing import POINTS
from tests.rooms.test_agreement_pages import read
from tests.rooms.test_agreement_sharing import point, share, with_mother


def test_as_many_points_as_ann_reads_are_counted_where_it_stands_who_knows_what(family: Family) -> None:
    row = with_mother(family)
    share(family, "noor", row, *(point(family, one.words) for one in POINTS.values()))
    for who in ("noor", "lotte"):
        assert "Leest 3 punten." in unescape(read(family, who, "parents", pact=row.pact))
        assert "<b>Mag weten:</b> 3 dingen apart." in unescape(family.page("portals:known", seen_by=who))
