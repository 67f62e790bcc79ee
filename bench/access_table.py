"""Who may see what, in Dutch and for jurists, made from the one table: `./kring bench access_table`.

Writes docs/who-may-see-what.md.  Never edit that page: change `law/access.toml`, its sentences in `kit/sentences.py` or
the words here.  `tests/test_who_may_see_what.py` fails while the page is behind.
"""

import json
from collections.abc import Mapping
from pathlib import Path

import django

from kring.kit.sentences import sentence
from kring.law.access import Answer, Cell, Klass, Place, Relation, Section, Verb, sees_every_wall, table

PAGE = Path(__file__).resolve().parent.parent / "docs" / "who-may-see-what.md"

HEAD = """# Wie mag wat zien

> Deze bladzijde is gemaakt uit de tabel waarmee Kring werkt, `src/kring/law/access.toml`:
> `./kring bench access_table`. Verander haar niet met de hand. Een test houdt haar gelijk met de tabel.

## Hoe je dit leest

* Wie iets wil zien, moet **betrokken** zijn bij dit kind, vandaag, in één van de rollen hieronder. Een functie in een
  organisatie opent niets.
* De tabel zegt per rol, per deel en per soort gegevens wat mag: **weten** dat het er is, **lezen**, **toevoegen**,
  **wijzigen**. **Ja** is open. **Het eigene** is open voor wat over die persoon zelf gaat; de rest *vraagt*. **Wat men
  zelf zei** is open voor wie het zei; geen ja opent de woorden van een ander, en wat tegen één begeleider gezegd is,
  leest alleen die. **Vraagt** is dicht, tot het kind ja zegt. **-** is dicht.
* **Wat niet in de tabel staat, is dicht.** Wie iets niet mag zien, krijgt dezelfde bladzijde als voor iets dat niet
  bestaat.
* Het antwoord van het kind komt erbovenop. Een *nee*, of een *vraag het me*, sluit wat open is, ook voor de
  begeleider. Een *ja* opent alleen wat *vraagt*. Het geldt per stuk of per onderwerp, per persoon, met of zonder
  einddag. Spreken twee antwoorden over hetzelfde, dan geldt het *nee*.
* Een *nee* over een heel onderwerp sluit niet wat iemand zelf schreef. Een *nee* over één stuk sluit dat stuk wel.
* Heeft een kind **gescheiden netwerken**, dan ziet iedereen alleen de eigen kant. Over de muur kijken kan alleen wie
  met het hele netwerk werkt: {over_walls}.
* Stukken van de rechtbank komen nooit in Kring. Er bestaat geen soort gegevens voor.
* Elke keer dat iemand kijkt of wijzigt, komt er een regel in het logboek.
* **Bron**: *brief* en *product.md* zijn de ontwerpnota's van Kring; een letter met een nummer (B52b) is een rij van
  [trace.md](trace.md).
"""

VERBS = {Verb.KNOW: "Weten", Verb.READ: "Lezen", Verb.ADD: "Toevoegen", Verb.CHANGE: "Wijzigen"}
ANSWERS = {
    Answer.OPEN: "**ja**",
    Answer.OWN: "het eigene",
    Answer.WROTE: "wat men zelf zei",
    Answer.ASKS: "vraagt",
    Answer.SHUT: "-",
}
RELATIONS = {
    Relation.CHILD: "Het kind of de jongere zelf",
    Relation.WORKER: "De begeleider van dit kind",
    Relation.NETWORK_GUIDE: "De netwerkbegeleider",
    Relation.FALLBACK_WORKER: "De terugvalhulpverlener",
    Relation.FIXED_CONTACT: "Het vast aanspreekpunt",
    Relation.TRUST_PERSON: "De vertrouwenspersoon in de jeugdhulp, zodra die het echt is",
    Relation.JIM: "De JIM",
    Relation.SUPPORTER: "De steunfiguur",
    Relation.PARENT: "De ouder",
    Relation.UPBRINGER: "De opvoedingsverantwoordelijke",
    Relation.PARENTS_TRUST_PERSON: "De vertrouwenspersoon van de ouder",
    Relation.TEAM_LEAD: "De teamverantwoordelijke",
    Relation.DIRECTOR: "De directie",
    Relation.MANAGER: "De beheerder van de organisatie",
    Relation.OFFICER: "De functionaris voor gegevensbescherming",
    Relation.MANDATED_SERVICE: "De gemandateerde voorziening",
    Relation.COURT_SERVICE: "De sociale dienst van de jeugdrechtbank",
}
SECTIONS = {
    Section.CIRCLE: "de kring",
    Section.RIGHTS: "wie naast het kind staat",
    Section.CONDITIONS: "de voorwaarden van de wet",
    Section.AGREEMENTS: "afspraken",
    Section.JOURNAL: "notities en contacten",
    Section.MEETINGS: "netwerkberaad",
    Section.STORIES: "verhalen in woord en beeld",
    Section.METHODS: "methodes",
    Section.SAFETY: "veiligheidsplan",
    Section.CONCERNS: "bezorgdheden",
    Section.ANSWERS: "ja en nee van het kind",
    Section.LOOKS: "wie keek",
    Section.SAID: "wat iemand zegt of vraagt",
}
CLASSES = {
    Klass.OWN_WORDS: "eigen woorden",
    Klass.FILE: "gegevens van het dossier",
    Klass.HOUSEHOLD: "contextuele gegevens",
    Klass.AGOGIC: "agogische exceptie",
    Klass.CONFIDENCE: "in vertrouwen gezegd",
    Klass.THIRD_PARTY: "over derden alleen",
    Klass.CONCERN: "bezorgdheid",
    Klass.CHECK: "bekijken van het uittreksel",
}


def page() -> str:
    """The whole page."""
    from kring.access.kept import kept_models  # noqa: PLC0415  # needs the rooms to be there

    cells = table()
    built = {model.section for model in kept_models()}
    over = ", ".join(lower(RELATIONS[one]) for one in Relation if sees_every_wall(one))
    parts = [HEAD.format(over_walls=over).rstrip()]
    parts += [told for relation in Relation if (told := part_of(relation, cells))]
    silent = [lower(RELATIONS[one]) for one in Relation if not any(place[0] is one for place in cells)]
    parts.append(f"\n## Voor wie nu alles dicht is\n\nVoor deze rollen staat nog niets in de tabel:\n{listed(silent)}")
    unbuilt = [SECTIONS[one] for one in Section if one not in built]
    parts.append(f"\n## Wat er nog niet is\n\nIn deze delen bewaart Kring nog niets:\n{listed(unbuilt)}")
    return "\n".join(parts) + "\n"


def part_of(relation: Relation, cells: Mapping[Place, Cell]) -> str:
    """The heading, the table and the sources of one relation; nothing for one of which the table is silent."""
    mine = {place: cell for place, cell in cells.items() if place[0] is relation}
    if not mine:
        return ""
    lines = [f"\n## {RELATIONS[relation]}\n", f"| Deel | Soort | {' | '.join(VERBS.values())} | Waarom | Bron |"]
    lines.append("|---|---|---|---|---|---|---|---|")
    for (_, section, klass), cell in mine.items():
        answers = " | ".join(ANSWERS[cell.answer(verb)] for verb in Verb)
        lines.append(
            f"| {SECTIONS[section]} | {CLASSES[klass]} | {answers} | {sentence(cell.because)} | {cell.source} |"
        )
    return "\n".join(lines)


def listed(names: list[str]) -> str:
    """Names below each other."""
    return "".join(f"\n* {name}" for name in names) or "\n* geen"


def lower(name: str) -> str:
    """A name in the middle of a sentence."""
    return name[0].lower() + name[1:]


def main() -> None:
    """Write the page, and print what it holds."""
    text = page()
    behind = not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text
    PAGE.write_text(text, encoding="utf-8")
    answers = [cell.answer(verb) for cell in table().values() for verb in Verb]
    counts = {answer.value: answers.count(answer) for answer in Answer}
    print(json.dumps({"cells": len(table()), **counts, "was_behind": int(behind)}))


if __name__ == "__main__":
    django.setup()
    main()
