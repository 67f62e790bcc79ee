"""At which hour who reads that Noor is not safe gets a message, and what stands there outside those hours (R14).

The rule knows the hours that somebody chose, by the clock on the wall in Flanders.  It knows no weekday and no holiday:
a message leaves on Christmas day as on a Tuesday, and the numbers of who answers by day and by night stand above it at
every hour.
"""

from datetime import UTC, datetime
from html import unescape

import pytest
from django.utils import timezone

from kring.kit import clock
from kring.people.models import Channel
from tests.family import Family

NOW, LATER = "krijgt nu een bericht", "leest het misschien pas later, tussen {} en {} uur"
NEVER = "krijgt geen bericht, en leest het pas als die hier binnenkomt"
TOLD = {True: "Er gaat nu een bericht.", False: "Wacht daar niet op. Bel nu."}
DAY, NIGHT, ALWAYS = (9, 20), (0, 6), (0, 24)
HOURS = [
    # the moment in UTC, what the clock on the wall says then, the hours that were chosen, and whether a message leaves
    ("2027-01-12 08:00", "Tue 09:00", DAY, True),
    ("2027-01-12 07:59", "Tue 08:59", DAY, False),
    ("2027-01-12 18:59", "Tue 19:59", DAY, True),
    ("2027-01-12 19:00", "Tue 20:00", DAY, False),
    ("2027-01-16 11:00", "Sat 12:00", DAY, True),
    ("2027-01-17 11:00", "Sun 12:00", DAY, True),
    ("2026-12-25 11:00", "Fri 12:00", DAY, True),  # Christmas
    ("2027-01-01 22:30", "Fri 23:30", DAY, False),  # New Year's Day
    ("2027-01-11 22:59", "Mon 23:59", ALWAYS, True),
    ("2027-01-11 23:00", "Tue 00:00", ALWAYS, True),
    ("2027-01-11 22:59", "Mon 23:59", NIGHT, False),
    ("2027-01-11 23:00", "Tue 00:00", NIGHT, True),  # the day of UTC is still Monday
    ("2027-01-12 05:00", "Tue 06:00", NIGHT, False),
    ("2027-03-28 00:59", "Sun 01:59", (2, 3), False),  # the hour that is skipped: two to three does not come
    ("2027-03-28 01:00", "Sun 03:00", (2, 3), False),
    ("2027-03-28 01:00", "Sun 03:00", (3, 6), True),
    ("2027-03-27 08:00", "Sat 09:00", DAY, True),
    ("2027-03-28 07:00", "Sun 09:00", DAY, True),  # summer: an hour sooner in UTC
    ("2027-03-28 18:00", "Sun 20:00", DAY, False),
    ("2027-10-31 00:30", "Sun 02:30", (2, 3), True),  # the hour that comes twice: both times
    ("2027-10-31 01:30", "Sun 02:30", (2, 3), True),
    ("2027-10-31 02:00", "Sun 03:00", (2, 3), False),
    ("2027-10-30 07:00", "Sat 09:00", DAY, True),
    ("2027-10-31 07:00", "Sun 08:00", DAY, False),  # winter again
    ("2027-10-31 08:00", "Sun 09:00", DAY, True),
]


def lotte_is_reached(family: Family, hours: tuple[int, int], *, at_once: bool = True) -> Channel:
    facts = {"from_hour": hours[0], "until_hour": hours[1], "at_once": at_once, "is_safe": True, "set_at": clock.now()}
    return Channel.objects.update_or_create(person_id=family.person("lotte"), defaults=facts)[0]


def page_of_lotte(family: Family) -> str:
    """What stands at her button, on the page where Noor says it."""
    page = unescape(" ".join(family.page("portals:unsafe", seen_by="noor").split()))
    above, button = page.split("Zeg het stil tegen iemand", 1)
    for number in ("tel:112", "tel:101"):
        assert number in above, "at every hour, and first"
    return button.split(str(family.person("lotte")), 1)[1].split("</form>", 1)[0]


@pytest.mark.parametrize(("at", "wall", "hours", "leaves"), HOURS)
def test_a_message_leaves_within_the_hours_of_the_clock_on_the_wall(
    at: str, wall: str, hours: tuple[int, int], leaves: bool
) -> None:
    moment = datetime.fromisoformat(at).replace(tzinfo=UTC)
    assert timezone.localtime(moment).strftime("%a %H:%M") == wall
    assert Channel(from_hour=hours[0], until_hour=hours[1]).is_open(moment) is leaves


@pytest.mark.parametrize("row", [HOURS[0], HOURS[3], HOURS[6], HOURS[11], HOURS[17], HOURS[23]])
def test_noor_reads_it_beside_the_name_and_again_when_she_said_it(
    family: Family, monkeypatch: pytest.MonkeyPatch, row: tuple[str, str, tuple[int, int], bool]
) -> None:
    at, wall, hours, leaves = row
    lotte_is_reached(family, hours)
    monkeypatch.setattr(clock, "now", lambda: datetime.fromisoformat(at).replace(tzinfo=UTC))
    assert (NOW if leaves else LATER.format(*hours)) in page_of_lotte(family), wall
    said = {"who": str(family.person("lotte")), "once": family.once()}
    page = family.browser("noor").post(family.url("portals:unsafe"), said, follow=True).content.decode()
    told = unescape(" ".join(page.split()))
    assert TOLD[leaves] in told
    assert TOLD[not leaves] not in told


def test_who_is_told_once_a_day_or_never_gets_none_now_and_noor_reads_so(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    noon = datetime(2027, 1, 12, 11, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: noon)
    channel = lotte_is_reached(family, DAY, at_once=False)
    assert LATER.format(*DAY) in page_of_lotte(family)
    Channel.objects.filter(pk=channel.pk).update(at_once=True, is_safe=False)
    assert NEVER in page_of_lotte(family)
