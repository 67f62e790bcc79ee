"""Saying who of the circle somebody with a way in is, on the page itself."""

from uuid import UUID

from kring.access.models import SamePerson
from kring.kit import clock
from tests.family import Family


def point(family: Family, account: str, member: str, *, by: str = "noor") -> None:
    """Who came in as `account` is this one of the circle."""
    where = family.url("portals:who_is", other=family.person(account))
    chosen = {"member": str(family.member(member)), "once": family.once()}
    assert family.browser(by).post(where, chosen).status_code == 302


def pointed_before(family: Family, account: str, member: str) -> None:
    """The child tapped so when who works with it could still be pointed out as anybody; nobody confirmed it."""
    facts = {"person_id": family.person(account), "by_the_child": True}
    SamePerson.objects.create(item_id=family.member(member), **facts)


def surely(family: Family, account: str, member: str) -> None:
    """The same, and a worker said that it is so."""
    facts = {
        "person_id": family.person(account),
        "confirmed_at": clock.now(),
        "confirmed_by_id": family.person("lotte"),
    }
    SamePerson.objects.update_or_create(item_id=family.member(member), defaults=facts)


def confirm(family: Family, member: str | UUID, *, by: str = "lotte") -> None:
    """A worker says that it is so."""
    key = member if isinstance(member, UUID) else family.member(member)
    assert family.browser(by).post(family.url("portals:is_so", member=key), {"once": family.once()}).status_code == 302
