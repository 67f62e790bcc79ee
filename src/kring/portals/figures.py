"""Figures over the children of a house, or of the teams that someone leads: never of fewer than five (B131).

A role opens no dossier (R7): nothing here tells which child, and no page leads from a figure to one.
"""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kring.access.leading import how_many_have
from kring.dossier.models import Dossier
from kring.law.figures import Says, Share
from kring.moments.models import Talk
from kring.people.models import Organisation


def of_the_house(house: Organisation) -> QuerySet[Dossier]:
    """Every child with an open place here."""
    return Dossier.objects.filter(closed_on=None, team__organisation=house)


def explained(dossiers: QuerySet[Dossier]) -> str:
    """To how many of these children their right was explained, in words.  Two statements."""
    share = Share(how_many_have(Talk.objects.here(), dossiers), dossiers.count())
    told = {
        Says.NOTHING: _("Bij hoeveel kinderen het al is uitgelegd, zegt Kring pas vanaf vijf kinderen."),
        Says.FEW: _("Van %(whole)s kinderen is het bij minder dan vijf al uitgelegd."),
        Says.NUMBER: _("Van %(whole)s kinderen is het bij %(part)s al uitgelegd. Dat is %(percent)s op 100."),
        Says.NEARLY: _("Van %(whole)s kinderen is het bij bijna iedereen uitgelegd, op minder dan vijf na."),
        Says.ALL: _("Van %(whole)s kinderen is het bij iedereen al uitgelegd."),
    }
    return told[share.says] % {"whole": share.whole, "part": share.part, "percent": share.percent}
