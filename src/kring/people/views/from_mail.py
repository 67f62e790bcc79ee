"""The page behind a link to choose a password: of the library, with a line in the log for one that does not hold."""

from allauth.account import views as account
from django.http import HttpRequest, HttpResponse

from kring.people.acts import attempts


def chosen(request: HttpRequest, uidb36: str, key: str) -> HttpResponse:
    """Forged, of somebody else, too old or used: one sentence for all of these."""
    answer: HttpResponse = account.password_reset_from_key(request, uidb36=uidb36, key=key)
    if (getattr(answer, "context_data", None) or {}).get("token_fail"):
        attempts.failed(request, "link", "")
    return answer
