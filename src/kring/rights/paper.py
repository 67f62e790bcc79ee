"""A sheet as an answer: a PDF to keep, under a name that tells nothing (R26)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from kring.kit.sheets import SheetError
from kring.rights.asking import Sheet


def paper(request: HttpRequest, sheet: Sheet) -> HttpResponse | None:
    """The PDF; nothing when it could not be made, and then the next page says what to do."""
    try:
        pdf = sheet.pdf()
    except SheetError:
        messages.error(request, _("De PDF lukte niet. Je kan de bladzijde zelf wel afdrukken."))
        return None
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="kring.pdf"'
    return answer
