"""The register of processing (GDPR art. 30), made from what each field declares: `./kring bench register`.

Writes docs/register.md, in Dutch, for the data protection officer.  Never edit that page: change the declaration on the
field (`kit.fields.Held`) or the words here.  `tests/test_register.py` fails while the page is behind.
"""

import json
from collections.abc import Iterator
from enum import StrEnum
from itertools import groupby
from pathlib import Path

import django
from django.apps import apps
from django.db import models

from kring.kit import clock
from kring.kit.fields import Held, HeldBy
from kring.kit.sentences import code_of, sentence
from kring.law.processing import REFERENCES, LegalGround

PAGE = Path(__file__).resolve().parent.parent / "docs" / "register.md"

HEAD = """# Register van verwerkingen

> Deze bladzijde is gemaakt uit de code: `./kring bench register`. Verander haar niet met de hand. Elk veld in Kring
> zegt zelf waarvoor het dient, op welke grond het er is en hoe lang het blijft; een test houdt deze bladzijde daarmee
> gelijk. De artikels van de AVG zijn *niet nagelezen bij de bron* voor de jeugdhulp: de functionaris voor
> gegevensbescherming van de organisatie bevestigt ze. Meer in [law/processing.md](law/processing.md) en
> [law/retention.md](law/retention.md).

## Wie en wat (AVG artikel 30)

* **Verantwoordelijke**: de organisatie voor jeugdhulp die Kring gebruikt. Zet hier in jouw exemplaar naam en adres bij.
* **Functionaris**: de functionaris voor gegevensbescherming van die organisatie.
* **Van wie**: kinderen en jongeren in de jeugdhulp; hun ouders; de mensen in hun kring; begeleiders en andere
  medewerkers.
* **Voor wie zichtbaar**: zie [who-may-see-what.md](who-may-see-what.md), en niemand anders.
* **Doorgifte**: alleen dit verlaat de server. Mail zonder inhoud: een link om te beginnen of voor een nieuw wachtwoord,
  en "er staat iets voor je klaar" aan wie zelf een veilig adres koos. En, als de organisatie het instelt, de
  aanmelding met ACM/IDM of itsme: die dienst weet dan dat iemand zich bij Kring aanmeldt, en niets over een kind.
* **Beveiliging**: zie [SECURITY.md](../SECURITY.md).
* **Nooit bewaard**: het uittreksel uit het strafregister en wat erop staat; stukken van de rechtbank; een
  rijksregisternummer; waar een toestel is.

**Versleuteld** wil zeggen: in de database en in een back-up staat alleen geheimschrift. De sleutel ligt op een andere
plek. De sleutel van elke rij zelf, een willekeurig nummer, staat niet in de tabellen hieronder.

**Hoe lang** is de afgesproken termijn. Kring wist nu nog niet vanzelf: wat vervalt, wist de beheerder met de hand
([manual/functionaris.md](manual/functionaris.md)).
"""

ROOMS = {
    "audit": "Het logboek",
    "people": "Wie binnen kan",
    "dossier": "De plek van het kind",
    "access": "Wie wat mag",
    "circle": "De kring",
    "journal": "Notities en het plan",
    "rights": "Wie er naast het kind staat",
    "loyalty": "Wat ouders ervan vinden",
    "seeking": "Nog niemand",
    "endings": "Als iemand stopt",
    "support": "Rond wie naast het kind staat",
    "moments": "Wanneer het recht uitgelegd is",
    "agreements": "Afspraken",
    "portals": "Startbladzijden",
    "public": "Bladzijden voor iedereen",
    "demo": "De oefenplek",
}

# What libraries keep, in words: their models carry no declaration of ours.  Empty: nothing about a person.
LIBRARIES = {
    "sessions.Session": "een aanmelding die bezig is; weg na afmelden, ten laatste na een dag",
    "account.EmailAddress": "het adres waarmee iemand aanmeldt, nog eens; gaat mee weg met de toegang",
    "account.EmailConfirmation": "niet gebruikt: adressen worden niet per mail bevestigd",
    "mfa.Authenticator": "de tweede stap bij aanmelden: geheim van de app en noodcodes; gaat mee weg met de toegang",
    "socialaccount.SocialAccount": "een gekoppelde aanmelding (ACM, itsme): een zegel; gaat mee weg met de toegang",
    "socialaccount.SocialApp": "",  # not used: providers stand in the settings
    "socialaccount.SocialToken": "",  # not used: no token is kept
    "auth.Permission": "",
    "auth.Group": "",
    "contenttypes.ContentType": "",
}


def own() -> list[type[models.Model]]:
    """The models of our rooms, room by room."""
    return [model for model in apps.get_models() if model.__module__.startswith("kring.")]


def foreign() -> list[type[models.Model]]:
    """The models of libraries."""
    return [model for model in apps.get_models() if not model.__module__.startswith("kring.")]


def declared(model: type[models.Model]) -> list[tuple[Held, bool, str, str]]:
    """How each field of a model is held, whether it is encrypted, its name, and in which rows, where that differs."""
    return [
        (held, bool(getattr(field, "encrypted", False)), field.name, rows)
        for field in model._meta.concrete_fields
        for held, rows in _held(getattr(field, "declaration", None))
    ]


def _held(declaration: Held | HeldBy | None) -> list[tuple[Held, str]]:
    if isinstance(declaration, HeldBy):
        together = ((held, " of ".join(f"`{one}`" for one in values)) for held, values in declaration.alike().items())
        return [(held, f"als `{declaration.field}` {values} is") for held, values in together]
    return [(declaration, "")] if declaration else []


def rows_of(model: type[models.Model]) -> Iterator[str]:
    """The lines of one model: one for the fields that are held alike."""
    together: dict[tuple[Held, bool, str], list[str]] = {}
    for held, encrypted, name, rows in declared(model):
        together.setdefault((held, encrypted, rows), []).append(f"`{name}`")
    for (held, encrypted, rows), names in together.items():
        closed = "ja" if encrypted else "nee"
        fields = ", ".join(names) + (f" ({rows})" if rows else "")
        why = [says(held.purpose), ground(held.ground), says(held.retention)]
        yield " | ".join([f"| `{model._meta.label}`", fields, closed, *why]) + " |"


def ground(member: LegalGround) -> str:
    """A ground in words, with the articles it rests on."""
    rests = REFERENCES[member].on(clock.today())
    articles = ", ".join(one for one in (rests.article_6, rests.article_9, rests.article_10) if one)
    return f"{says(member)} ({articles})" if articles else says(member)


def says(member: StrEnum) -> str:
    """The sentence of a member of a closed list."""
    return str(sentence(code_of(member)))


def page() -> str:
    """The whole register."""
    parts = [HEAD.rstrip()]
    for room, members in groupby(own(), key=lambda model: model._meta.app_label):
        parts.append(f"\n## {ROOMS[room]} (`{room}`)\n")
        parts.append("| Tabel | Velden | Versleuteld | Waarvoor | Grond (AVG) | Hoe lang |\n|---|---|---|---|---|---|")
        parts += [row for model in members for row in rows_of(model)]
    parts.append("\n## Wat bibliotheken bewaren\n\n| Tabel | Wat |\n|---|---|")
    labels = [model._meta.label for model in foreign()]
    parts += [f"| `{label}` | {LIBRARIES[label] or 'niets over een mens'} |" for label in labels]
    return "\n".join(parts) + "\n"


def main() -> None:
    """Write the page, and print what it holds."""
    text = page()
    behind = not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text
    PAGE.write_text(text, encoding="utf-8")
    fields = [field for model in own() for field in declared(model)]
    closed = sum(encrypted for _, encrypted, *_ in fields)
    print(json.dumps({"models": len(own()), "fields": len(fields), "encrypted": closed, "was_behind": int(behind)}))


if __name__ == "__main__":
    django.setup()
    main()
