"""What users read, in both languages: every text of the program, its printed words, scales, templates and manual."""

import ast
import itertools
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from riskdesk.domain import codes
from riskdesk.domain.codes import Codes
from riskdesk.domain.fields import FIELDS, sections
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.language import words
from riskdesk.domain.terms import terms
from riskdesk.domain.values import Language
from riskdesk.resource import resource

ROOT = Path(__file__).parents[1]
# What is typed in a terminal, such as `riskdesk salvage`, and what is filled in are names and no wording.
CODE = re.compile(r"\{[a-z]+\}|`[^`]*`|“riskdesk[^”]*”|« riskdesk[^»]*»|--[a-z-]+|<[^>]*>|\([^)]*\.(?:png|md)[^)]*\)")

# English: the file is a register file, what is kept is saved, what is found is a match.
ENGLISH = {
    "a register file": r"\bstores?\b",
    "saved": r"\bstored\b",
    "change history": r"(?<!SQLite )\bjournal\b",
    "recover": r"\bsalvag",
    "print settings": r"\bprint sets?\b",
    "JSON": r"\bregister documents?\b",
    "match": r"\bhits?\b",
    "no problems found": r"\bis sound\b",
    "a newer version of Riskdesk": r"\bnewer Riskdesk\b|\bthis Riskdesk\b",
    "malicious": r"made to do harm|may do harm",
    "Cancel, Save": r"^Keep$",
    "in the same folder": r"\bbeside it\b",
    "use system setting": r"\bAs the system\b",
}
# French: one word for one thing, and none that is English in French letters.
FRENCH = {
    "responsable de la mesure": r"responsables? de l’action",
    "remonté à": r"\b[Pp]orté (?:à l’échelon|à l’échelon supérieur)",
    "élément déclencheur": r"(?<!lément )(?<!léments )\bdéclencheurs?\b",
    "réexamen": r"\brévision",
    "intact": r"\bsains?\b|en bon état",
    "mise en œuvre": r"\bl’exécution d",
    "réglages d’impression": r"\b[Pp]rofils? d’impression|\bProfil\b",
    "JSON": r"documents? de registre",
    "historique": r"\b(?:du|le|Le|Son|son|seul|d’après le) journal\b(?! des)",
    "dans le même dossier": r"se trouve à côté\b|\bà côté, n’a",
    "Riskdesk without an article": r"\b(?:un|ce|Un|Ce) Riskdesk\b",
    "fichier malveillant": r"pour nuire|peut nuire",
    "est introuvable": r"^Il n’y a pas d",
    "Enregistrement, fichier enregistré": r"^Écri(?:t|ture)\b",
    "Annuler, Enregistrer": r"^Conserver$",
    "votre version": r"\b[Ll]a (?:sienne|vôtre)$|[Éé]crire la mienne",
    "selon le système": r"omme le système",
    "automatiquement": r"de lui-même",
    "à l’état actuel": r"identique à aujourd’hui",
    "modifications à intégrer": r"^(?:Ce qui|Rien n’)est repris",
    "autres": r"\bde plus$",
    "atteignables": r"restent accessibles",
    "poursuivre": r"Continuer à lire",
    "rétablir": r"Remettre en place",
    "degré of a half, niveau de risque of both": r"niveaux? (?:de probabilité|d’impact)\b",
    "état": r"\b[Ss]tatuts?\b",
    "type": r"(?<!de )\bgenres?\b",
    "en-tête of a column": r"(?<!-)(?<!en )\btêtes?\b",
    "encodage": r"\bcodages?\b|\bcodé en",
    "comité de pilotage": r"\b[Cc]omité directeur\b",
    "risque inhérent": r"risques? initia(?:l|ux)\b",
    "indiquer": r"\braconte",
    "exporter, enregistrer, créer a file": r"\bécri(?:re|t) (?:un registre|l’annexe)|\bfichier à écrire",
    "remontée": r"\b[Ee]scalade",
    "échéance": r"\b[Dd]ates? cibles?\b",
    "en ligne de commande": r"\bsur la ligne de commande",
}
# What agrees with no word before it, as that may be of either gender: « Probabilité : sans évaluation ».
AGREEING = re.compile(r"\{(?:field|half|item|kind|step|gap)\}(?:\u00a0:| –|,| ·)? \(?(?:non )?\w+é\b")
# What may begin with a vowel is not behind a word that would then be elided: « du fichier annexe.pdf ».
ELIDED = re.compile(
    r"\b(?:[Dd]e|[Ll]e|[Ll]a|[Qq]ue|[Nn]e) "
    r"\{(?:action|field|file|filter|folder|host|item|name|other|store|title|who)\}"
)
# How an administration sets French: a narrow no-break space before ; ? !, a no-break space before : and in « ». An
# ellipsis touches its word, but where it stands for more words of a command.
TYPOGRAPHY = {
    Language.ENGLISH: r"\.\.\.| [;:!?]|\u202f|(?<!COMMAND)[ \u00a0]…",
    Language.FRENCH: r"\.\.\.| […;:!?»]|(?<!COMMANDE)\u00a0…"
    r"|«[^\u00a0]|[^\u00a0\u202f\s][;!?»](?!\w)|[^\u00a0\s\d):]:(?=\s)|\w'\w|[“”\"]",
}
# Signs that the manual alone sets in one way.
IN_MANUAL = {Language.ENGLISH: r"[\"']", Language.FRENCH: r"\u00a0[;!?]|\u202f[:»]"}
# What argparse prints carries marks of its own.
OTHERS = "ArgumentParser"

Text = tuple[str, str]


def messages(language: Language) -> Iterator[Text]:
    """Every text of the window and the command line with where it stands."""
    path = resource("translations/riskdesk_fr.ts")
    for context in ElementTree.parse(path).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            for text in [message.findtext("source") or ""] if language is Language.ENGLISH else forms:
                yield context.findtext("name") or "", text


def labels(language: Language) -> Iterator[Text]:
    """The names of fields, kinds and codes, and the printed words."""
    for kind, catalogue in FIELDS.items():
        for field in catalogue.values():
            yield from (
                (f"{kind}.{field.name}", label.text(language)) for label in (field.label, field.head, field.full_label)
            )
        yield from ((kind, section.heading.text(language)) for section in sections(kind))
    for value in VALUE_KINDS.values():
        yield from ((value.name, label.text(language)) for label in (value.label, value.plural))
    known: list[Codes] = [table for name, table in vars(codes).items() if name.isupper()]
    yield from (("codes", label.text(language)) for table in known for label in table.values())
    for vocabulary in (words(language), terms(language)):
        for name, value in vocabulary._asdict().items():
            yield from ((name, text) for text in _strings(value))


def written_labels(language: Language) -> Iterator[Text]:
    """What the code says in both languages side by side."""
    place = list(Language).index(language)
    for name, label in _calls_of_label():
        text = label.args[place] if len(label.args) > place else None
        if isinstance(text, ast.Constant):
            yield name, str(text.value)


@cache
def _calls_of_label() -> list[tuple[str, ast.Call]]:
    """Each call with the name of its file; parsed are those files alone that have one."""
    texts = [(path.name, path.read_text("utf-8")) for path in sorted((ROOT / "riskdesk").rglob("*.py"))]
    trees = [(name, ast.parse(text)) for name, text in texts if re.search(r"\bLabel\(", text)]
    calls = [(name, node) for name, tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [(name, call) for name, call in calls if isinstance(call.func, ast.Name) and call.func.id == "Label"]


def shipped(language: Language) -> Iterator[Text]:
    """The texts of scales and templates."""
    for path in sorted(resource("scales").glob("*.json")):
        yield from ((path.name, text) for text in _in_language(json.loads(path.read_text("utf-8")), language))
    for path in sorted(resource("templates").glob(f"*.{language}.json")):
        yield from ((path.name, text) for text in _strings(json.loads(path.read_text("utf-8"))))


def manual(language: Language) -> Iterator[Text]:
    """The lines of the manual, of what is new and of what is read first."""
    english = ["resources/manual/manual.en.md", "CHANGELOG.md", "README.md"]
    french = ["resources/manual/manual.fr.md", "resources/manual/changes.fr.md"]
    for name in english if language is Language.ENGLISH else french:
        text = re.sub(r"(?<!\n)\n(?![\n|#-])", " ", (ROOT / name).read_text("utf-8"))
        yield from ((name, line) for line in text.splitlines())


def _as_read(line: str) -> str:
    """A line of Markdown without code, addresses and marks."""
    return re.sub(r"[*_]+", "", re.sub(r"\]\([^)]*\)|https?://\S+", "", re.sub(r"`[^`]*`", "x", line)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from itertools.chain.from_iterable(map(_strings, value.values()))
    elif isinstance(value, list | tuple):
        yield from itertools.chain.from_iterable(map(_strings, value))


def _in_language(value: object, language: Language) -> Iterator[str]:
    if isinstance(value, dict) and language.value in value:
        yield str(value[language.value])
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _in_language(each, language)


@cache
def program_texts(language: Language) -> list[Text]:
    """All but the manual."""
    texts = [*messages(language), *labels(language), *written_labels(language), *shipped(language)]
    return [(place, CODE.sub("X", text)) for place, text in texts if text]


@cache
def all_texts(language: Language) -> list[Text]:
    return [*program_texts(language), *((place, CODE.sub("X", text)) for place, text in manual(language) if text)]


@pytest.mark.parametrize("word", ENGLISH)
def test_english_has_one_word_for_one_thing(word: str) -> None:
    texts = all_texts(Language.ENGLISH)
    assert len(texts) > 1000
    assert [text for text in texts if re.search(ENGLISH[word], text[1])] == [], f"better: {word}"


@pytest.mark.parametrize("word", FRENCH)
def test_french_has_one_word_for_one_thing(word: str) -> None:
    texts = all_texts(Language.FRENCH)
    assert len(texts) > 1000
    assert [text for text in texts if re.search(FRENCH[word], text[1])] == [], f"better: {word}"


@pytest.mark.parametrize("language", Language)
def test_text_is_set_as_the_language_sets_it(language: Language) -> None:
    wrong = re.compile(TYPOGRAPHY[language])
    assert [text for text in program_texts(language) if text[0] != OTHERS and wrong.search(text[1])] == []
    lines = [(name, _as_read(line)) for name, line in manual(language) if not line.startswith("!")]
    assert [line for line in lines if wrong.search(line[1])] == []


@pytest.mark.parametrize("language", list(Language))
def test_the_manual_is_set_as_its_language_is(language: Language) -> None:
    """In French, each sign has a space of one width before it; in English, quotation marks and apostrophes are bent."""
    wrong = re.compile(f"{TYPOGRAPHY[language]}|{IN_MANUAL[language]}")
    pages = [CODE.sub("X", text) for place, text in manual(language) if place.startswith("resources")]
    assert len(pages) > 200
    assert [text for text in pages if wrong.search(text)] == []


def test_the_label_of_a_step_is_a_noun_in_french() -> None:
    """It stands behind “Annuler :”, where an infinitive would be the second one."""
    texts = [text for place, text in messages(Language.FRENCH) if place == "Action"]
    assert len(texts) > 40
    assert [text for text in texts if re.match(r"\w+(?:er|ir|re)\b", text) or text.startswith("Nouveau")] == []
    assert [text for text in texts if re.match(r"\w+ (?:du|de la|de l’|des)\b", text)] == []


def test_what_is_told_of_any_field_or_item_agrees_in_french_with_both_genders() -> None:
    texts = list(messages(Language.FRENCH))
    assert any("{half}" in text for _, text in texts)
    assert [text for text in texts if AGREEING.search(text[1])] == []


def test_nothing_that_may_begin_with_a_vowel_follows_a_word_that_french_elides() -> None:
    texts = list(messages(Language.FRENCH))
    assert any("du fichier {file}" in text for _, text in texts)
    assert [text for text in texts if ELIDED.search(text[1])] == []


def test_what_the_system_says_in_its_own_language_is_shown_nowhere() -> None:
    """`domain/reasons.py` and `store/reasons.py` say it in words of ours."""
    pattern = re.compile(r"=\s*(?:error|problem|lost)\.strerror|[=(]str\((?:error|bad)\)|reason=(?:error|bad)\b(?!\.)")
    texts = {path: path.read_text("utf-8") for path in (ROOT / "riskdesk").rglob("*.py")}
    assert len(texts) > 400
    assert [str(path) for path, text in texts.items() if pattern.search(text)] == []


def test_only_the_command_line_tells_of_its_commands() -> None:
    elsewhere = (file for file in (ROOT / "riskdesk").rglob("*.py") if file.parent != ROOT / "riskdesk" / "app")
    assert [file.name for file in elsewhere if "“riskdesk " in file.read_text("utf-8")] == []
