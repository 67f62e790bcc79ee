"""The Dutch texts: are they all collected, spelled right, and as easy as their page asks?  `./kring words`.

A template says how easy it must be in one of its first lines: `{# level: A2 #}` on the pages of a child, B1 (the
default) elsewhere.  Spelling knows Flemish Dutch and the names and terms in locale/words.txt.  A catalogue that was
behind is brought up to date and the run fails, so that the change is looked at and committed with its text.
"""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import textstat

CATALOGUE = Path("locale/nl_BE/LC_MESSAGES/django.po")
KNOWN = Path("locale/words.txt")
NOT_OURS = (".venv", "var", "node_modules", "tests", "bench", "docs", "requirements")
# Flesch reading ease with the figures for Dutch (Douma): 80 is talk between friends, 60 is a newspaper for everyone.
EASE = {"A2": 80, "B1": 60}
WORDS_IN_A_SENTENCE = {"A2": 10, "B1": 15}
ENOUGH = 25  # words: the measure says nothing about less

DATES = re.compile(r'^"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team).*\n', re.MULTILINE)
MESSAGES = re.compile(r'^(?:msgid|msgid_plural) ((?:".*"\n?)+)', re.MULTILINE)
MARKUP = re.compile(r"<[^>]+>|%\(\w+\)[sd]|%[sd]|\{\w*\}|\{\{[^}]*\}\}|&\w+;")
LEVEL = re.compile(r"\{# level: (A2|B1) #\}")
QUOTED = r"""(?:"([^"]+)"|'([^']+)')"""
ONE = re.compile(r"\{%\s*translate\s+" + QUOTED)
ASKED_INLINE = re.compile(r"\b_\(" + QUOTED + r"\)")
BLOCK = re.compile(r"\{%\s*blocktrans(?:late)?\b[^%]*%\}(.*?)\{%\s*endblocktrans(?:late)?\s*%\}", re.DOTALL)
PLURAL = re.compile(r"\{%\s*plural\s*%\}")
HEADER = """# The Dutch texts of Kring.  Dutch is the source: what stands after msgid is what people read.
msgid ""
msgstr ""
"Language: nl_BE\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""


@dataclass(frozen=True, slots=True)
class Page:
    """One template and how its text reads."""

    path: Path
    level: str
    words: int
    ease: float
    sentence: float

    @property
    def too_hard(self) -> bool:
        """Harder than its level, as far as can be told from so few words."""
        if self.words < ENOUGH:
            return False
        return self.ease < EASE[self.level] or self.sentence > WORDS_IN_A_SENTENCE[self.level]


def collect() -> bool:
    """Bring the catalogue up to date.  Was it behind?"""
    before = CATALOGUE.read_text(encoding="utf-8") if CATALOGUE.exists() else ""
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    # A header of our own: Django knows no plural forms for nl_BE, and dates would change at every run.
    CATALOGUE.write_text(before or HEADER, encoding="utf-8")
    ignored = [f"--ignore={name}" for name in NOT_OURS]
    options = ["--locale=nl_BE", "--no-location", "--no-obsolete", "--no-wrap", *ignored]
    told = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    subprocess.run([sys.executable, "-m", "django", "makemessages", *options], check=True, env=told, stdout=sys.stderr)
    after = DATES.sub("", CATALOGUE.read_text(encoding="utf-8"))
    CATALOGUE.write_text(after, encoding="utf-8")
    # A catalogue more is a language more (config/environment.py): whoever translates only writes the .po.
    for catalogue in Path("locale").glob("*/LC_MESSAGES/django.po"):
        compiled = catalogue.with_suffix(".mo")
        subprocess.run(["msgfmt", "--check-format", f"--output-file={compiled}", str(catalogue)], check=True)
    return after != before


def messages() -> list[str]:
    """Every text in the catalogue."""
    found = MESSAGES.findall(CATALOGUE.read_text(encoding="utf-8"))
    texts = ("".join(ast.literal_eval(line) for line in quoted.splitlines()) for quoted in found)
    return [text for text in texts if text]


def plain(text: str, name: str = " ") -> str:
    """The words of a text: no markup, no places to fill in; `name` stands where something is filled in."""
    return unescape(MARKUP.sub(name, text)).replace("’", "'").replace("\u00ad", "")


def misspelt(texts: list[str]) -> list[str]:
    """The words that neither the dictionary nor the list of the house knows."""
    lines = KNOWN.read_text(encoding="utf-8").splitlines() if KNOWN.exists() else []
    known = {line.strip() for line in lines if line.strip() and not line.startswith("#")}
    said = "\n".join(plain(text) for text in texts)
    command = ["hunspell", "-d", "nl_BE", "-i", "utf-8", "-l"]
    found = subprocess.run(command, input=said, capture_output=True, text=True, check=True).stdout.split()
    words = {word.strip(".'") for word in found} - {""}  # it takes a full stop for the end of an abbreviation
    return sorted({word for word in words if word not in known and word.lower() not in known})


def texts_of(template: str) -> Iterator[str]:
    """What a template says, in the order of the page."""
    asked = [match for pattern in (ONE, ASKED_INLINE) for match in pattern.finditer(template)]
    found = [(match.start(), match[1] or match[2]) for match in asked]
    found += [(match.start(), PLURAL.split(match[1])[-1]) for match in BLOCK.finditer(template)]
    for _, text in sorted(found):
        yield " ".join(plain(text, "Noor").split())


def read(path: Path) -> Page | None:
    """Measure one template; nothing for one without text."""
    template = path.read_text(encoding="utf-8")
    said = [text if text[-1] in ".?:;…" else f"{text}." for text in texts_of(template) if text]
    if not said:
        return None
    whole = " ".join(said)
    declared = LEVEL.search("\n".join(template.splitlines()[:5]))
    words = len(whole.split())
    sentences = max(1, len(re.findall(r"[.?…](?:\s|$)", whole)))
    return Page(path, declared[1] if declared else "B1", words, textstat.flesch_reading_ease(whole), words / sentences)


def main() -> int:
    """Print the table, the words and the verdict."""
    textstat.set_lang("nl")
    behind, wrong = collect(), misspelt(messages())
    pages = [page for path in sorted(Path("src").rglob("*.html")) if (page := read(path))]
    print(f"{'level':<6}{'words':>6}{'ease':>6}{'words/sentence':>16}  template")
    for page in pages:
        mark = "   <- harder than its level" if page.too_hard else ""
        print(f"{page.level:<6}{page.words:>6}{page.ease:>6.0f}{page.sentence:>16.1f}  {page.path}{mark}")
    if wrong:
        print(f"Misspelt, or a name or term that is missing from {KNOWN}: {', '.join(wrong)}")
    if behind:
        print(f"{CATALOGUE} was behind and has been brought up to date: look at it and commit it.")
    hard = sum(page.too_hard for page in pages)
    counts = {"texts": len(messages()), "misspelt": len(wrong), "behind": int(behind)}
    print(json.dumps({**counts, "templates": len(pages), "too_hard": hard}))
    return int(bool(wrong) or behind or hard > 0)


if __name__ == "__main__":
    sys.exit(main())
