"""Saying who of the circle somebody with a way in is, on the page itself."""

from tests.family import Family


def point(family: Family, account: str, member: str, *, by: str = "noor") -> None:
    """Who came in as `account` is this one of the circle."""
    where = family.url("portals:who_is", other=family.person(account))
    chosen = {"member": str(family.member(member)), "once": family.once()}
    assert family.browser(by).post(where, chosen).status_code == 302
