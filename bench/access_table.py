"""Who may see what, in Dutch and for jurists, made from the one table: `./kring bench access_table`.

Writes docs/who-may-see-what.md.  Never edit that page: change `law/access.toml`, its sentences in `kit/sentences.py` or
the words here.  `tests/test_who_may_see_what.py` fails while the page is behind.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import django

from kring.kit.sentences import sentence
from kring.law.access import Answer, Case, Klass, Place, Relation, Rule, Section, Verb, protection, table
from kring.law.hands import HOLDS_CLOSE, IS_TOLD, PASSES_ON

PAGE = Path(__file__).resolve().parent.parent / "docs" / "who-may-see-what.md"

REFERENCE = re.compile(
    r"open point \(\w\)|art\. [\d/, ]+(?:and [\d/]+ )?D\w+|\b(?:R|[ABC]|J)\d+b?\b"
    r"|product\.md (?:section|area) \d+|brief [\d.]*\d(?: and [\d.]*\d)?(?: rows? \d(?: and \d)*)?"
    r"|issue \d, (?:part )?\d|quality\.md \d"
)
IN_DUTCH = (
    ("open point", "open punt"),
    ("product.md section ", "ontwerp, deel "),
    ("product.md area ", "ontwerp, gebied "),
    ("brief ", "domeinnota "),
    (" rows ", ", rijen "),
    (" row ", ", rij "),
    (" and ", " en "),
    ("quality.md ", "kwaliteitseisen, deel "),
)

HEAD = """# Wie mag wat zien

> Deze bladzijde is gemaakt uit de tabel waarmee Kring werkt, `src/kring/law/access.toml`:
> `./kring bench access_table`. Verander haar niet met de hand. Een test houdt haar gelijk met de tabel.

## Hoe je dit leest

* Wie iets wil zien, moet **betrokken** zijn bij dit kind, vandaag, in één van de rollen hieronder. Een functie in een
  organisatie opent niets.
* De tabel zegt per rol, per deel en per soort gegevens wat mag: **weten** dat het er is, **lezen**, **toevoegen**,
  **wijzigen**. Staan er twee woorden, dan is één ervan genoeg. **-** is dicht.
* **Ja** is open door de rol alleen. **Het eigene** is open voor wat over die persoon zelf gaat. **Wat men zelf
  schreef** is open voor wie het schreef. **Wat voor die lezer bestemd is**: alleen dat. **Vraagt het kind** is dicht,
  tot het kind ja zegt. **Vraagt de ouder** is dicht, tot de ouder over wie het gaat ja zegt. **Als een begeleider het
  vertelt**: een begeleider beslist, met naam en reden.
* **Regels voegen alleen toe.** Bij sommige regels staat een voorwaarde; op een andere dag of met een ander antwoord is
  die regel er niet.
* **Wat niet in de tabel staat, is dicht.** Wie iets niet mag zien, krijgt dezelfde bladzijde als voor iets dat niet
  bestaat.
* Het antwoord van het kind komt erbovenop. Een *nee*, of een *vraag het me*, sluit wat open is, ook voor de
  begeleider. Een *ja* opent alleen wat *vraagt*. Het geldt per stuk of per onderwerp, per persoon, met of zonder
  einddag. Spreken twee antwoorden over hetzelfde, dan geldt het *nee*.
* Een *nee* over een heel onderwerp sluit niet wat iemand zelf schreef, en niet wat tegen die persoon zelf gezegd is.
  Een *nee* over één stuk sluit dat stuk wel. Een *nee* over **al de rest** sluit niets in deze delen, want daar staat
  bij niets een onderwerp: {not_the_rest}.
* **Bescherming neemt alleen weg**, wat een regel ook zegt:
  * Heeft een kind **gescheiden netwerken**, dan ziet iedereen alleen de eigen kant. Over de muur kijken kan alleen wie
    met het hele netwerk werkt of er iets voor beslist: {over_walls}.
  * Wie een **contactbeperking** heeft, ziet niets meer. Alleen in dit deel kan die nog iets zeggen tegen wie met het
    kind werkt: {restricted}. Daar leest die alleen {left}, en niets wat het kind of
    iemand anders zei. Een contactbeperking stopt niet vanzelf: iemand zegt op die dag dat ze voorbij is.
    **Wie het team leidt**, leest op de eigen bladzijde bij welk kind er een geldt, hoeveel, wie ze opschreef, wanneer
    iemand nakijkt en of het kind het weet. Met wie en waarom, leest die niet. Het kind leest wie ze besliste, wie ze
    opschreef, wie het vertelde en wanneer iemand nakijkt, zodra een mens het vertelde.
  * Wat over iemand zelf gaat, leest die nooit in deze soorten: {about_oneself}.
  * Wat gaat over iemand die dicht bij de lezer staat, leest die nooit in deze soorten: {about_those_close}. Dicht
    bij elkaar staan zij tussen wie in de kring een lijn loopt. Weet niemand wie de lezer in de kring is, dan blijft
    daar alles dicht. Dit geldt niet voor: {reads_close}.
  * **Niet delen** kan op wat men zelf schreef: {holds_close}. Dan leest alleen wie het schreef het nog, en
    {held_close}, en wie de jongere kiest. In dit deel leest ook wie er beroepsmatig mee werkt niet meer wat die zelf
    opschreef: {closed_to_who_wrote}.
  * Wat tegen één begeleider gezegd is, leest alleen die.
* Een **noodgeval** is iets anders dan delen: een mens beslist, schrijft op waarom, en zegt of kind en ouders het vooraf
  wisten. Het opent één stuk voor één persoon, voor zeven dagen. Een muur of een contactbeperking opent het nooit. Ook
  deze soorten niet: {never_urgent}. Wat daar staat, leest ook in nood niemand die het anders niet leest. Wat het kind
  zei of vroeg, gaat ook in nood nooit naar: {never_told} ([uitleg](law/emergency.md)).
* **Contextuele gegevens** gaan over de ouders, wie het kind mee opvoedt, en wie ermee samenwoont op het moment van de
  vraag. Kring weet niet wie waar woont. Woont iemand die geen ouder is er niet meer, dan zet wie het schreef die tekst
  bij *over derden alleen*: het kind en de vertrouwenspersoon lezen hem dan niet meer.
* Vanaf **12 en 18** verandert wie leest. Maakt een andere verjaardag dat een kind dat wordt, of net niet meer, dan
  blijft de oude staan tot een tweede mens, wie het team leidt, ze nakeek. Die leest daarvoor de twee dagen en de reden.
  Het kind leest wie het vroeg.
* **Wie het netwerk begeleidt**, leest wat er praktisch is afgesproken, en met wie. Als wat die persoon naast het kind
  staat, en het telefoonnummer bij een afspraak, leest die pas na een *ja* van het kind op *wie naast mij staat*.
* Stukken van de rechtbank komen nooit in Kring. Er bestaat geen soort gegevens voor.
* In een noodgeval geeft een van deze mensen iets door, en alleen wat die zelf leest: {passes_on}. Het gaat naar:
  {is_told}. Naar een ouder gaat niets van de kring of van wie het kind koos.
  Wie niet met het kind werkt, geeft alleen door aan wie dat wel doet ([uitleg](law/hands.md)).
* Een **open punt** met een letter in de kolom *Bron* wacht op een jurist. De letters staan in
  [law/README.md](law/README.md#open-for-a-jurist).
* Elke keer dat iemand kijkt of wijzigt, komt er een regel in het logboek.
* **Bron**: *art.* is een artikel van het decreet rechtspositie van de minderjarige (DRM, 7 mei 2004) of van het decreet
  integrale jeugdhulp (DIJH, 12 juli 2013). *R* met een nummer is een harde regel van Kring, *J* een van de wegen die
  iemand aflegt. *A*, *B* of *C* met een nummer (B52b) is een regel uit een van de drie verslagen van de studiedag van
  2 december 2019. Die staan in [trace.md](trace.md). *Domeinnota*, *ontwerp*, *opdracht* en *kwaliteitseisen* zijn
  stukken van het ontwerp van Kring, en geen wet. Meer daarover, en wat openstaat voor een jurist:
  [law/README.md](law/README.md#what-a-source-in-the-table-means).
"""

VERBS = {Verb.KNOW: "Weten", Verb.READ: "Lezen", Verb.ADD: "Toevoegen", Verb.CHANGE: "Wijzigen"}
ANSWERS = {
    Answer.OPEN: "**ja**",
    Answer.OWN: "het eigene",
    Answer.WROTE: "wat men zelf schreef",
    Answer.ADDRESSED: "wat voor die lezer bestemd is",
    Answer.ASKS: "vraagt het kind",
    Answer.ONE: "vraagt het kind, één voor één",
    Answer.THEIRS: "vraagt de ouder",
    Answer.TOLD: "als een begeleider het vertelt",
}
CASES = {
    Case.MINOR: "tot 18 jaar",
    Case.CAPABLE: "als het kind dit zelf kan (vanaf 12 vermoed)",
    Case.REPRESENTS: "als het kind dit nog niet zelf kan, de ouder het gezag heeft en er geen tegenstrijdig belang is",
    Case.FILE_ACCESS: "als het kind zei dat deze persoon het dossier mag bekijken",
    Case.SAFETY_PART: "als opgeschreven is dat deze persoon mee zorgt dat het kind veilig is",
    Case.BESIDE_A_WORKER: "naast een begeleider, opnieuw aangemeld, een kwartier lang",
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
    Section.REACHED: "wie in nood bereikt werd",
    Section.CONCERNS: "bezorgdheden",
    Section.ANSWERS: "ja en nee van het kind",
    Section.LOOKS: "wie keek",
    Section.SAID: "wat iemand zegt of vraagt",
    Section.APART: "apart gehouden (agogische exceptie)",
    Section.DECIDED: "wat de organisatie besliste",
    Section.PARENTS: "wie een ouder meebrengt",
    Section.MOMENTS: "wanneer het recht uitgelegd is",
    Section.SUPPORT: "rond wie naast het kind staat",
    Section.TRANSFERS: "bladzijden voor een dienst",
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
    built = {model.section for model in kept_models()} | {Section.ANSWERS, Section.LOOKS}  # rows of the door itself
    parts = [HEAD.format(**taken_away()).rstrip()]
    parts += [told for relation in Relation if (told := part_of(relation, cells))]
    silent = [lower(RELATIONS[one]) for one in Relation if not any(place[0] is one for place in cells)]
    parts.append(f"\n## Voor wie nu alles dicht is\n\nVoor deze rollen staat nog niets in de tabel:\n{listed(silent)}")
    unbuilt = [SECTIONS[one] for one in Section if one not in built]
    parts.append(f"\n## Wat er nog niet is\n\nIn deze delen bewaart Kring nog niets:\n{listed(unbuilt)}")
    return "\n".join(parts) + "\n"


def taken_away() -> dict[str, str]:
    """What each protection names, in words."""
    away = protection()
    return {
        "over_walls": ", ".join(lower(RELATIONS[one]) for one in Relation if one in away.sees_every_wall),
        "restricted": ", ".join(SECTIONS[one] for one in Section if one in away.open_when_restricted),
        "not_the_rest": ", ".join(SECTIONS[one] for one in Section if one in away.not_the_rest),
        "left": ", ".join(ANSWERS[one] for one in Answer if one in away.left_when_restricted),
        "never_urgent": ", ".join(CLASSES[one] for one in Klass if one in away.never_in_an_emergency),
        "never_told": ", ".join(lower(RELATIONS[one]) for one in Relation if one in away.never_told_what_was_said),
        "about_oneself": ", ".join(CLASSES[one] for one in Klass if one in away.never_about_oneself),
        "about_those_close": ", ".join(CLASSES[one] for one in Klass if one in away.never_about_those_close),
        "reads_close": ", ".join(lower(RELATIONS[one]) for one in Relation if one in away.reads_about_those_close),
        "holds_close": ", ".join(lower(RELATIONS[one]) for one in Relation if one in HOLDS_CLOSE),
        "passes_on": ", ".join(lower(RELATIONS[one]) for one in Relation if one in PASSES_ON),
        "is_told": ", ".join(lower(RELATIONS[one]) for one in Relation if one in IS_TOLD),
        "closed_to_who_wrote": ", ".join(SECTIONS[one] for one in Section if one in away.closed_to_who_wrote_it),
        "held_close": ", ".join(lower(RELATIONS[one]) for one in Relation if one in away.reads_what_is_held_close),
    }


def part_of(relation: Relation, cells: Mapping[Place, tuple[Rule, ...]]) -> str:
    """The heading, the table and the sources of one relation; nothing for one of which the table is silent."""
    mine = [(place, rule) for place, rules in cells.items() if place[0] is relation for rule in rules]
    if not mine:
        return ""
    lines = [f"\n## {RELATIONS[relation]}\n", f"| Deel | Soort | {' | '.join(VERBS.values())} | Waarom | Bron |"]
    lines.append("|---|---|---|---|---|---|---|---|")
    return "\n".join([*lines, *(line_of(place, rule) for place, rule in mine)])


def line_of(place: Place, rule: Rule) -> str:
    """One rule in one cell, as a line."""
    answers = " | ".join(words_for(rule.answers(verb)) for verb in Verb)
    when = ", ".join(CASES[one] for one in Case if one in rule.when)
    why = f"{sentence(rule.because)} *Alleen {when}.*" if when else str(sentence(rule.because))
    return f"| {SECTIONS[place[1]]} | {CLASSES[place[2]]} | {answers} | {why} | {references(rule.source)} |"


def references(source: str) -> str:
    """Where a rule comes from, in Dutch: what it refers to.  What it says beside that stands in the table, in English.

    Raises `ValueError` for a source that refers to nothing a jurist could look up, or to another row: this page is
    put together by relation, so "above" is not what stood above it in the table.
    """
    if "above" in source:
        raise ValueError(f"a source that refers to another row: {source}")
    found = list(dict.fromkeys(REFERENCE.findall(source)))
    if not found:
        raise ValueError(f"a source that refers to nothing: {source}")
    written = re.sub(r"issue (\d), (?:part )?", r"opdracht \1, deel ", "; ".join(found))
    for english, dutch in IN_DUTCH:
        written = written.replace(english, dutch)
    return written


def words_for(answers: frozenset[Answer]) -> str:
    """What opens a verb, in words."""
    return ", ".join(ANSWERS[one] for one in Answer if one in answers) or "-"


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
    rules = [rule for some in table().values() for rule in some]
    counts = {one.value: sum(one in rule.answers(verb) for rule in rules for verb in Verb) for one in Answer}
    print(json.dumps({"cells": len(table()), "rules": len(rules), **counts, "was_behind": int(behind)}))


if __name__ == "__main__":
    django.setup()
    main()
