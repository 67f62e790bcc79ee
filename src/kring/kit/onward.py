"""Back to where someone was: only to a page of this house."""

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

NEXT = "next"


def onward(request: HttpRequest) -> str:
    """Where someone was before this page: as the form carries it, else as the browser says; else the start."""
    asked = request.POST.get(NEXT) or request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, request.is_secure())
    path = urlsplit(asked)._replace(scheme="", netloc="", fragment="").geturl() if ours else ""
    here = path.startswith("/") and not path.startswith(("//", "/\\"))  # else a browser reads another host in it
    return path if here and path != request.path else "/"
