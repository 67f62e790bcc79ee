"""While contact with Wilma is restricted no step brings Noor and her together, and no paper is made for her (R28)."""

from html import unescape
from uuid import UUID

import pytest

from kring.access.models import Restriction
from kring.kit import clock
from kring.law.meaning import Meaning
from kring.law.steps import Stand
from tests import answered
from tests.family import Family
from tests.rooms.test_restrictions import member, record
from tests.rooms.test_steps import ASK, person, rows, send, stand, wilma  # noqa: F401  # a fixture

SOFT = "Dit kan nu niet. Praat er eerst over met je begeleider."
HARD = "Met Wilma mag nu geen contact zijn."
PAPERS = ("question_pdf", "notice", "notice_pdf")


@pytest.mark.parametrize("who", ["noor", "lotte"])
@pytest.mark.parametrize(
    ("step", "said"), [("began", {}), ("tried", {"until": "2099-01-01"}), ("answered", {"reply": "yes"})]
)
def test_nothing_begins_and_it_is_said_in_a_plain_sentence(
    family: Family,
    wilma: UUID,  # noqa: F811
    who: str,
    step: str,
    said: dict[str, str],
) -> None:
    if step == "answered":
        send(family, "asked", wilma, by="noor", **ASK)
    else:
        answered.said(family, "wilma", Meaning.JIM)
    before, how = stand(family), {"expressed": "said"} if who == "lotte" else {}
    assert record(family, member(family, "wilma")).status_code == 302
    refused = send(family, step, wilma, by=who, **said, **how)
    assert refused.status_code == 200
    told = unescape(refused.content.decode())
    assert (SOFT in told, HARD in told) == ((True, False) if who == "noor" else (False, True))
    assert stand(family) is before
    Restriction.objects.update(over_at=clock.now())
    assert send(family, step, wilma, by=who, **said, **how).status_code == 302


def test_a_no_of_wilma_is_written_all_the_same(family: Family, wilma: UUID) -> None:  # noqa: F811
    send(family, "asked", wilma, by="noor", **ASK)
    assert record(family, member(family, "wilma")).status_code == 302
    assert send(family, "answered", wilma, by="noor", reply="no").status_code == 302
    assert stand(family) is Stand.NO
    assert len(rows(family)) == 2


@pytest.mark.parametrize("who", ["noor", "lotte"])
def test_no_paper_for_wilma_and_no_dead_link_to_one(family: Family, wilma: UUID, who: str) -> None:  # noqa: F811
    send(family, "asked", wilma, by="noor", **ASK)
    send(family, "question", wilma, by="noor", **ASK)
    answered.said(family, "wilma", Meaning.JIM)  # who said yes has a welcome sheet
    sheet = family.url("support:pack_pdf", member=family.member("wilma"))
    pages = [family.url(f"rights:{one}", wish=wilma) for one in PAPERS]
    assert {family.browser(who).get(one).status_code for one in [*pages, sheet]} == {200}
    before = person(family, seen_by=who)
    assert (sheet in before, pages[1] in before) == (True, True)
    assert record(family, member(family, "wilma")).status_code == 302
    assert {family.browser(who).get(one).status_code for one in [*pages, sheet]} == {404}
    seen = person(family, seen_by=who)
    seen += family.page("rights:question", seen_by=who, wish=wilma)
    assert [one for one in [*pages, sheet] if one in seen] == []


def test_lotte_plans_no_check_in_with_her(family: Family, wilma: UUID) -> None:  # noqa: F811
    answered.said(family, "wilma", Meaning.JIM)  # who said yes has check-ins
    plans = family.url("support:plan", member=family.member("wilma"))
    assert family.browser("lotte").get(plans).status_code == 200
    assert plans in family.page("support:around", seen_by="lotte")
    assert record(family, member(family, "wilma")).status_code == 302
    assert family.browser("lotte").get(plans).status_code == 404
    assert plans not in family.page("support:around", seen_by="lotte")
