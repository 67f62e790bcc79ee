"""Every sentence that belongs to a code: grounds of law (`kit/grounds.py`), closed lists, the log (`kit/happened.py`).

Pages, forms, the API and the log speak with these and with nothing else, so that one thing is said in one way.
A ground has four: the question, that it holds, that it does not, and "nog te vragen", which is never a refusal (R2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext_lazy as _

from kring.kit.agreed import AGREED
from kring.kit.grounds import ABOUT_THE_CHILD, GROUNDS
from kring.kit.happened import HAPPENED
from kring.kit.how_long import HOW_LONG
from kring.kit.loyal import LOYAL
from kring.kit.moments import MOMENTS
from kring.kit.said import Said
from kring.kit.served import SERVED
from kring.kit.sought import SOUGHT
from kring.kit.tapped import TAPPED

if TYPE_CHECKING:
    from enum import StrEnum

    from django.utils.functional import _StrPromise as Words


def sentence(code: str, **facts: object) -> Words:
    """The sentence of a code.

    For a ground or a factor: without `holds` the question itself, with `holds=True/False/None` what is known of it.
    `name` is who it is about; without a name it says "deze persoon".  With a `child` it speaks about the child where it
    else speaks to it.  Raises `KeyError` for a code without a sentence.
    """
    told = ABOUT_THE_CHILD.get(code) if facts.get("child") else None
    said = told or GROUNDS.get(code) or SENTENCES[code]
    if isinstance(said, Said):
        said = said.when(facts.pop("holds")) if "holds" in facts else said.asks
    words: Words = format_lazy(said, **{"name": _("deze persoon"), **facts})
    return capfirst(words) if "name" not in facts or said.startswith("{name}") else words


def choices(kind: type[StrEnum]) -> list[tuple[str, Words]]:
    """The members of a closed list with their words, for a form."""
    return [(member.value, sentence(code_of(member))) for member in kind]


def code_of(member: StrEnum) -> str:
    """The code under which a member of a closed list is spoken; members that carry a code of their own keep it."""
    return member.value if "." in member.value else f"{type(member).__name__.lower()}.{member.value}"


def has_sentence(code: str) -> bool:
    """For the tests: does this code have words?"""
    return code in GROUNDS or code in SENTENCES


SENTENCES: dict[str, Words] = {
    "jim.former-worker": _(
        "{name} was vroeger je begeleider. Dat is niet verboden. Praat samen: wat is er nu anders? "
        "Twee jaar wachten is een afspraak in Nederland, geen Vlaamse regel."
    ),
    "jim.after-hours": _(
        "Bellen buiten de werkuren kan bij {name} nog niet. Een JIM is er niet alleen op het werk. "
        "Praat samen: wanneer kan het wel?"
    ),
    # The three meanings, and how a child says it
    "meaning.trust_person": _("vertrouwenspersoon in de jeugdhulp"),
    "meaning.jim": _("JIM"),
    "meaning.supporter": _("steunfiguur"),
    "expressed.said": _("gezegd"),
    "expressed.written": _("geschreven"),
    "expressed.pointed": _("aangewezen op een prent"),
    "reply.yes": _("ja"),
    "reply.no": _("nee"),
    "reply.discuss": _("bespreken we"),
    "reply.unknown": _("weten we niet"),
    # From wish to standing person: who asks and how, what the person said, where it stands
    "asker.child": _("ik vraag het zelf"),
    "asker.together": _("samen met mijn begeleider"),
    "asker.parent": _("mama of papa vraagt het"),
    "asker.worker": _("mijn begeleider vraagt het voor mij"),
    "how.visit": _("langsgaan"),
    "how.letter": _("een brief of kaartje"),
    "how.call": _("bellen"),
    "how.message": _("een berichtje"),
    "answered.yes": _("ja"),
    "answered.thinking": _("denkt nog na"),
    "answered.not_now": _("nu niet"),
    "answered.no": _("nee"),
    "step.wished": _("gekozen"),
    "step.asked": _("gevraagd"),
    "step.answered": _("antwoord"),
    "step.tried": _("op proef"),
    "step.began": _("begonnen"),
    "step.paused": _("pauze"),
    "step.resumed": _("weer verder"),
    "step.ended": _("gestopt"),
    "stand.wished": _("gekozen, nog niet gevraagd"),
    "stand.asked": _("gevraagd, nog geen antwoord"),
    "stand.thinking": _("denkt nog na"),
    "stand.not_now": _("zei: nu niet"),
    "stand.no": _("zei nee"),
    "stand.designated": _("gekozen, en zei ja"),
    "stand.tried": _("op proef"),
    "stand.serving": _("begonnen"),
    "stand.paused": _("op pauze"),
    "stand.ended": _("gestopt"),
    # What someone is to the child, for who let it in
    "relation.trust_person": _("vertrouwenspersoon in de jeugdhulp"),
    "relation.jim": _("JIM"),
    "relation.supporter": _("steunfiguur"),
    "relation.stood": _("was er vroeger bij"),
    "relation.parent": _("ouder"),
    "relation.upbringer": _("zorgt mee voor het kind"),
    "relation.parents_trust_person": _("vertrouwenspersoon van een ouder"),
    "relation.child": _("het kind zelf"),
    "relation.worker": _("begeleiding"),
    "relation.fallback_worker": _("wie overneemt"),
    "relation.network_guide": _("netwerkbegeleider"),
    # The three rights for which it is asked whether the child can decide by itself, as the child reads them
    "askedright.help": _("Ja of nee zeggen tegen hulp"),
    "askedright.not_separated": _("Bij de ouders blijven wonen"),
    "askedright.file": _("Lezen wat er opgeschreven is"),
    # Whether a parent may stand in for the child
    "authority.": _("nog niet gevraagd"),
    "authority.holds": _("heeft het ouderlijk gezag"),
    "authority.conflict": _("heeft het gezag, maar de belangen botsen met die van het kind"),
    "authority.none": _("heeft het gezag niet"),
    # On what a page for the court rests
    "basis.consent": _("Het kind en de ouders zeiden ja."),
    "basis.basic_data": _("De dienst vroeg schriftelijk wie het kind is en welke hulp er is. Meer staat er niet op."),
    # What a small child says by pointing at a face
    "feeling.glad": _("Ik ben blij"),
    "feeling.calm": _("Het gaat goed"),
    "feeling.sad": _("Ik ben verdrietig"),
    "feeling.cross": _("Ik ben boos"),
    "feeling.scared": _("Ik ben bang"),
    "feeling.talk": _("Kom je praten?"),
    # What a child says yes or no about
    "topic.general": _("in het algemeen"),
    "topic.circle": _("de kring"),
    "topic.beside_me": _("wie ernaast staat"),
    "topic.home": _("het wonen"),
    "topic.mother": _("de moeder"),
    "topic.father": _("de vader"),
    "topic.family": _("de familie"),
    "topic.school": _("school"),
    "topic.friends": _("vrienden"),
    "topic.leisure": _("vrije tijd"),
    "topic.health": _("gezondheid"),
    "topic.faith": _("geloof"),
    "topic.money": _("geld"),
    "topic.future": _("later"),
    "topic.help": _("de hulp"),
    "topic.safety": _("veiligheid"),
    "topic.the_file": _("mijn dossier bekijken"),
    "topic.gone": _("iets dat nu anders heet"),
    "section.circle": _("De kring"),
    "section.rights": _("Wie ernaast staat"),
    "section.conditions": _("De voorwaarden"),
    "section.agreements": _("Afspraken"),
    "section.moments": _("Het recht uitgelegd"),
    "section.journal": _("Notities"),
    "section.meetings": _("Samen aan tafel"),
    "section.stories": _("Verhalen"),
    "section.methods": _("Methodes"),
    "section.safety": _("Veiligheidsplan"),
    "section.reached": _("Wie in nood gebeld of bezocht werd"),
    "section.concerns": _("Bezorgdheden"),
    "section.answers": _("Ja en nee"),
    "section.looks": _("Wie keek"),
    "section.said": _("Wat gezegd is"),
    "section.support": _("Rond wie ernaast staat"),
    "section.apart": _("Apart"),
    "section.decided": _("Wat de organisatie besliste"),
    "section.parents": _("Wie een ouder meebrengt"),
    "section.transfers": _("Voor een dienst"),
    # The same, when the page speaks to the child itself
    "my-topic.general": _("al de rest"),
    "my-topic.circle": _("mijn kring"),
    "my-topic.beside_me": _("wie naast mij staat"),
    "my-topic.home": _("thuis en waar ik woon"),
    "my-topic.mother": _("mijn mama"),
    "my-topic.father": _("mijn papa"),
    "my-topic.family": _("mijn familie"),
    "my-topic.school": _("school"),
    "my-topic.friends": _("mijn vrienden"),
    "my-topic.leisure": _("wat ik graag doe"),
    "my-topic.health": _("hoe het met mijn lijf gaat"),
    "my-topic.faith": _("waar ik in geloof"),
    "my-topic.money": _("geld"),
    "my-topic.future": _("later"),
    "my-topic.help": _("wie mij helpt"),
    "my-topic.safety": _("of ik veilig ben"),
    "my-topic.the_file": _("mijn dossier"),
    "my-topic.gone": _("iets dat nu anders heet"),
    # Why an answer cannot be given
    "why-not.oneself": _("Dat ben jij zelf. Kies iemand anders."),
    "why-not.the-child": _("Dat is {child} zelf. Kies iemand anders."),
    "why-not.to_me": _("Een ja voor jezelf schrijf je niet op. {child} tikt dat zelf, of zegt het tegen een collega."),
    "why-not.childs_own": _("Dat antwoord is van {child}. {child} haalt het zelf weg, op de eigen bladzijde."),
    "answer.waits-for-the-child": _("Opgeschreven. Dit wacht, tot {child} zelf ja tikt. Tot dan verandert er niets."),
    "why-not.restricted": _("Met deze persoon is het contact beperkt. Zolang dat zo is, kan er niets gedeeld worden."),
    "why-not.past": _("Die dag is al voorbij. Kies een dag die nog komt."),
    "why-not.not_serving": _("Dit kan alleen voor wie echt je vertrouwenspersoon is."),
    "why-not.new_device": _("Dit toestel is nieuw voor Kring. Haal dit weg op je andere toestel, of later hier."),
    "why-not.new_device_lets_in": _(
        "Dit toestel is nieuw voor Kring. Laat iemand binnen op je andere toestel, of samen met je begeleider."
    ),
    "why-not.new_device_points_out": _(
        "Dit toestel is nieuw voor Kring. Zeg wie het is op je andere toestel, of samen met je begeleider."
    ),
    "why-not.topic_lasts": _("Over dit onderwerp mag deze persoon al langer alles weten. Stop dat eerst, of kies nee."),
    "reader.works": _("wie {child} begeleidt (als {child} dat goed vindt)"),
    "reader.represents": _("een ouder die in de plaats van {child} leest (als {child} dat goed vindt)"),
    "answer.waits": _("Bewaard. Dit toestel is nieuw voor Kring. Het begint pas als jij ja zegt op een ander toestel."),
    "answer.begins-once-checked": _("Bewaard. Je begeleider kijkt nog na wie {name} is. Daarna begint het."),
    "answer.begins-once-you-checked": _("Opgeschreven. Het begint als jij zegt wie {name} is: bij wie mag wat weten."),
    "answer.others-read-mine": _("Wie jou ook begeleidt, mag dit nog lezen: {names}. Liever niet? Zeg het daar ook."),
    "answer.others-read": _("Wie {child} ook begeleidt, mag dit nog lezen: {names}. Liever niet? Zeg het ook daar."),
    "answer.its-own": _("Wat {name} zelf schreef, blijft {name} lezen ({count}). Liever niet? Kies nee bij elk ding."),
    "answer.waits-for-the-youth": _("Bewaard. Het begint als {child} er zelf ja op zegt."),
    # What the youth says from 18 on: is what stands here its own now?
    "said.yes": _("ja, ik neem het over"),
    "said.not_yet": _("nog niet"),
    # How sure we are of a rule
    "status.verified": _("nagelezen bij de bron"),
    "status.unverified": _("nog niet nagelezen bij de bron"),
    "status.open": _("een jurist moet dit nog bekijken"),
    "status.own": _("een keuze van Kring, geen regel van de wet"),
    # Why someone may see something
    "access.not-in-the-table": _("Dit is niet voor jou bedoeld."),
    "access.it-is-yours": _("Dit is van jou."),
    "access.about-you": _("Dit gaat over jou."),
    "access.about-your-choice": _("Dit gaat over de persoon die jij koos."),
    "access.ends-with-your-choice": _("Kies jij anders, dan wordt dit gewist. Lezen kan jij het niet."),
    "access.made-together": _("Jij en je begeleiding maakten dit samen."),
    "access.works-with-the-child": _("Deze begeleider werkt mee aan de hulp voor dit kind."),
    "access.looks-at-the-conditions": _("Deze begeleider bekijkt de voorwaarden van de wet."),
    "access.writes-down-the-answer": _("Deze begeleider schreef op wat het kind antwoordde."),
    "access.guides-the-network": _("Deze netwerkbegeleider helpt bij de kring."),
    "access.prepares-it": _("Deze begeleider bereidt voor wat de organisatie beslist, en schrijft op waarom."),
    "access.decides-itself": _("De directie beslist dit zelf, met een reden."),
    "access.decides-on-an-entry": _("De directie beslist als er iets op het uittreksel staat."),
    "access.the-child-decides": _("Het kind beslist of deze persoon dit mag lezen."),
    "access.your-own-role": _("Dat je vertrouwenspersoon bent, weet je en mag je tonen. De rest beslist het kind."),
    "access.your-own-agreement": _("Dit zijn jouw afspraken met het kind."),
    "access.your-own-words": _("Wat je zelf zei, kun je altijd nalezen."),
    "access.about-you-as-supporter": _("Dit gaat over jou en over hoe jij er voor het kind bent."),
    "access.said-to-the-worker": _("Dit is tegen deze begeleider gezegd."),
    "access.file-asked-of-the-child": _("Dit blijft dicht tot het kind gezegd heeft of het mag."),
    "access.added-to-the-file": _("Je mag zelf iets bij je dossier zetten."),
    "access.keeps-you-safe": _("Dit is er om jou veilig te houden."),
    "access.beside-a-worker": _("Dit kijk je samen met een begeleider na. Daarna is het weer dicht."),
    "access.represents-the-child": _("Je kijkt in de plaats van je kind, zolang het dat zelf nog niet kan."),
    "access.the-parent-decides": _("Dit gaat over een ouder. Die ouder beslist of deze persoon dit mag lezen."),
    "access.asked-from-twelve": _("Vanaf 12 jaar beslist het kind zelf of een ouder dit mag lezen."),
    "access.about-you-as-parent": _("Dit gaat over jou als ouder."),
    "access.a-worker-decided": _("Een begeleider besliste dat je dit mag weten, en schreef op waarom."),
    "access.in-an-emergency": _("Iemand gaf dit aan jou door in een noodgeval."),
    "access.knows-that-it-runs": _(
        "Je ziet bij hoeveel kinderen iets beperkt is. Bij wie, wat of waarom lees je niet."
    ),
    "access.asks-whether-it-was-explained": _(
        "Je ziet of er gepraat is, en je mag ernaar vragen. Wat er gezegd is, zie je niet."
    ),
    "access.made-for-you": _("Deze bladzijde is voor jouw dienst gemaakt. Meer ziet je dienst niet."),
    # What a field is for, and on what ground it is held
    "purpose.circle": _("De mensen zien die belangrijk zijn, en hen niet verliezen."),
    "purpose.rights": _("Kiezen wie er naast het kind staat."),
    "purpose.care": _("Samen werken met het kind."),
    "purpose.sharing": _("Weten wie wat mag weten."),
    "purpose.accountability": _("Kunnen tonen wie keek en wie besliste."),
    "purpose.account": _("Binnenlaten wie binnen mag."),
    "purpose.organisation": _("Weten welke organisatie, welk team en welk aanspreekpunt erbij horen."),
    "purpose.safety": _("Een kind uit gevaar houden."),
    "purpose.peers": _("Wie naast een kind staat anderen laten ontmoeten, als die dat wil."),
    "purpose.practice": _("Oefenen met een kind dat niet bestaat."),
    "legalground.public_task": _("Dit hoort bij de opdracht van de jeugdhulp."),
    "legalground.care": _("Dit is nodig voor de hulp."),
    "legalground.legal_duty": _("De wet zegt dat dit bewaard wordt."),
    "legalground.consent": _("Iemand zei ja, en mag dat terugnemen."),
    "legalground.vital_interest": _("Iemand is in gevaar."),
    "legalground.legitimate_interest": _("Dit houdt de toegang veilig."),
    "legalground.offence_check": _("De wet vraagt om een uittreksel te bekijken. De inhoud wordt niet bewaard."),
    "legalground.no_personal_data": _("Dit gaat niet over een mens."),
    **HOW_LONG,
    **MOMENTS,
    **AGREED,
    **LOYAL,
    **SOUGHT,
    **SERVED,
    **TAPPED,
    **HAPPENED,
}
