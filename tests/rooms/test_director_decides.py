"""The director sees who was talked to and when, and may say no with a reason: then nobody is appointed (R6)."""

from django.utils.formats import date_format

from kring.kit import clock
from tests.family import Family
from tests.rooms.test_decided import decide, post, prepare, rows


def test_who_decides_sees_who_was_talked_to_and_when_and_no_answer_to_what_nobody_chose(family: Family) -> None:
    row = prepare(family)
    for who, page in (("mo", "appointment"), ("lotte", "appointment"), ("mo", "appointment_decision")):
        told = family.page(f"rights:{page}", seen_by=who, appointment=row)
        assert "De jeugdhulpverleners: Lotte, Bram." in told, (who, page)
        assert date_format(clock.today(), "j F Y") + ": Er is met het kind" in told, (who, page)
        assert "is gelezen en beantwoord" not in told, (who, page)
    assert "niet dat het kind eerder iemand koos" in family.page("rights:appointment", seen_by="mo", appointment=row)


def test_the_director_may_say_no_with_a_reason_and_nobody_is_appointed(family: Family) -> None:
    row = prepare(family)
    said = {"answer": "no", "motive": ""}
    empty = post(family, "rights:appointment_decision", by="mo", said=said, appointment=row)
    assert "Dit is nog leeg." in empty.content.decode()
    said["motive"] = "Praat eerst nog eens met haar oma."
    assert post(family, "rights:appointment_decision", by="lotte", said=said, appointment=row).status_code == 404
    assert post(family, "rights:appointment_decision", by="mo", said=said, appointment=row).status_code == 302
    told = family.page("rights:appointment", seen_by="lotte", appointment=row)
    assert "Praat eerst nog eens met haar oma." in told
    assert "Mo besliste op" in told
    assert "Mo besliste op" in family.page("rights:decided", seen_by="lotte")
    assert (rows(family)[0].decided_on, rows(family)[0].ended_on) == (None, clock.today())
    assert family.browser("lotte").get(family.url("rights:attest", appointment=row)).status_code == 404
    assert "oma" not in family.page("rights:decided", seen_by="noor")
    assert decide(family, row).status_code == 404


def test_the_no_stands_in_the_day_of_lotte_until_she_read_why(family: Family) -> None:
    def today() -> str:
        return family.browser("lotte").get("/today/?all=1").content.decode()

    row = prepare(family)
    assert "over een aanstelling, en zei nee" not in today()
    said = {"answer": "no", "motive": "Praat eerst nog eens met haar oma."}
    assert post(family, "rights:appointment_decision", by="mo", said=said, appointment=row).status_code == 302
    assert "over een aanstelling, en zei nee" in today()
    assert "oma" not in today()
    family.page("rights:appointment", seen_by="mo", appointment=row)
    assert "over een aanstelling, en zei nee" in today()  # who decided it is not who has to read it
    family.page("rights:appointment", seen_by="lotte", appointment=row)
    assert "over een aanstelling, en zei nee" not in today()
