"""What is to be done about whom the child chose: to be asked, to begin, to be told, to have somebody to call."""

from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kring.kit import clock
from kring.kit.addresses import address
from kring.kit.days import day_of
from kring.law.endings import Gap
from kring.law.meaning import Meaning
from kring.people.calling import Caller, Calls
from kring.portals.beside import Beside
from kring.portals.caseload import ChildSeen
from kring.portals.todo_kinds import ALARM, ASKING, READY, SAID, Todo

FOR_A_WHILE = timedelta(weeks=2)
"""So long it is said that nobody asked somebody for the child: nothing has to be asked of that one (R3)."""
NOBODY_TO_CALL: dict[tuple[Calls, Gap], Promise] = {
    (Calls.CONTACT, Gap.NOBODY): gettext_lazy("%(name)s heeft nog geen vast aanspreekpunt om te bellen."),
    (Calls.CONTACT, Gap.LEFT): gettext_lazy("%(name)s kan %(who)s niet meer bellen: die werkt hier niet meer."),
    (Calls.CONTACT, Gap.LEAVES): gettext_lazy("%(who)s is het vaste aanspreekpunt van %(name)s en stopt op %(day)s."),
    (Calls.DEPUTY, Gap.LEFT): gettext_lazy("Niemand vervangt nog het vaste aanspreekpunt van %(name)s."),
    (Calls.DEPUTY, Gap.LEAVES): gettext_lazy(
        "%(who)s vervangt het vaste aanspreekpunt van %(name)s en stopt op %(day)s."
    ),
}

I_GO: dict[Calls, Promise] = {
    Calls.CONTACT: gettext_lazy("Jij bent het vaste aanspreekpunt van %(name)s, en stopt op %(day)s."),
    Calls.DEPUTY: gettext_lazy("Jij vervangt het vaste aanspreekpunt van %(name)s, en stopt op %(day)s."),
}
"""The same to who it is."""


def without_contact(child: ChildSeen, one: Beside, caller: Caller) -> Todo:
    """Who stands beside a child has nobody to call, or will have: the first thing that is wrong (R13, A176, C113)."""
    told = {"name": one.name, "who": caller.name}
    told["day"] = day_of(caller.last_day) if caller.last_day else ""
    words = NOBODY_TO_CALL[caller.calls, caller.gap or Gap.NOBODY] % told
    if caller.mine and caller.gap is Gap.LEAVES:
        words = I_GO[caller.calls] % told
    words = f"{words} {_('Alleen de directie kiest iemand anders: vraag het daar.')}"
    href = address("people:organisation")
    return Todo(weight=ALARM, who=child.name, words=words, act=_("Kijk na"), href=href, tone="coral")


def ready(child: ChildSeen, one: Beside) -> Todo:
    words = _("De voorwaarden voor %(name)s zijn bekeken. Zei %(name)s ja? Dan kan het beginnen.") % {"name": one.name}
    if one.all_seen_on:
        since = _("%(child)s leest dat het op jou wacht, sinds %(day)s.")
        words += " " + since % {"child": child.name, "day": day_of(one.all_seen_on)}
    return Todo(weight=READY, who=child.name, words=words, act=_("Bekijk"), href=_page(child, one), tone="sage")


def asking(child: ChildSeen, one: Beside) -> Todo:
    """As many as the child reads on its page of what is next; what stays with the worker comes apart (brief 1.6)."""
    count = one.open_to_the_child
    said = {"child": child.name, "name": one.name, "on": day_of(one.since), "count": count}
    chose = _("%(child)s koos %(name)s als vertrouwenspersoon op %(on)s.")
    opens = ngettext(
        "Van wat de wet vraagt staat %(count)s ding open.", "Van wat de wet vraagt staan %(count)s dingen open.", count
    )
    rest = _("Daarnaast bekijk jij nog iets.") if count else _("Van wat de wet vraagt bekijk jij nog iets.")
    words = " ".join([chose, *([opens] if count else []), *([rest] if one.to_ask > count else [])])
    return Todo(weight=ASKING, who=child.name, words=words % said, act=_("Bekijk"), href=_page(child, one), tone="plum")


def waits_for_a_question(one: Beside) -> bool:
    """Whether somebody still asks this one: a JIM; for a while also who is for the child, and need not be asked."""
    since = one.unasked_since
    return since is not None and (one.meaning is Meaning.JIM or clock.today() - since <= FOR_A_WHILE)


def unasked(child: ChildSeen, one: Beside) -> Todo:
    as_what = _("als JIM") if one.meaning is Meaning.JIM else _("als steunfiguur")
    words = _("%(child)s koos %(name)s %(as_what)s op %(on)s. Wie vraagt het?")
    said = {"child": child.name, "name": one.name, "as_what": as_what, "on": day_of(one.since)}
    return Todo(
        weight=ASKING, who=child.name, words=words % said, act=_("Vraag samen"), href=_page(child, one), tone="sage"
    )


def no_to_tell(child: ChildSeen, one: Beside) -> Todo:
    words = _("De directie zei: %(name)s begint nu niet als vertrouwenspersoon. Vertel het zelf aan %(child)s.")
    told = words % {"name": one.name, "child": child.name}
    href = address("rights:decision", child.dossier, one.member)
    return Todo(weight=SAID, who=child.name, words=told, act=_("Vertel het"), href=href, tone="coral")


def no_appointment(child: ChildSeen, on: date) -> Todo:
    """Not for whom: the child may look along on this screen, and no page tells it (R15)."""
    words = _(
        "De directie besliste op %(day)s over een aanstelling, en zei nee. Lees de reden als %(child)s er niet bij is."
    )
    told = words % {"day": day_of(on), "child": child.name}
    href = address("rights:decided", child.dossier)
    return Todo(weight=SAID, who=child.name, words=told, act=_("Lees"), href=href, tone="sun")


def _page(child: ChildSeen, one: Beside) -> str:
    return address("rights:person", child.dossier, one.member)
