"""The translations: nothing without French, nothing stale, and French written as an administration writes it."""

import ast
import re
import string
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import PySide6
import pytest

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "translations"
TOOLS = Path(PySide6.__file__).parent
OPTIONS = ["-silent", "-no-obsolete", "-sort-messages", "-locations", "none", "-source-language", "en"]


def messages(path):
    """Every message of a .ts file as (context, source, translations)."""
    for context in ElementTree.parse(path).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            yield context.findtext("name"), message.findtext("source"), forms


def sources():
    """The modules of the program."""
    return sorted((ROOT / "riskdesk").rglob("*.py"))


def trees(pattern):
    """The modules whose text has something in it, each with its tree: to parse all of them would take long."""
    texts = ((path, path.read_text("utf-8")) for path in sources())
    return ((path, ast.parse(text)) for path, text in texts if re.search(pattern, text))


@pytest.fixture(scope="module")
def french():
    return list(messages(FOLDER / "riskdesk_fr.ts"))


def test_every_string_has_its_french(french):
    assert [(context, source) for context, source, forms in french if not all(forms)] == []


def test_no_string_stands_where_it_is_not_gathered(french):
    """Such as inside an f-string, which lupdate does not look into."""
    known = {source for _, source, _ in french}
    places = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
    found = []
    for path, tree in trees("|".join(rf"\b{name}\(" for name in places)):
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            texts = call.args[places[name] :] if name in places else []
            text = texts[0] if texts else None
            if isinstance(text, ast.Constant) and text.value and text.value not in known:
                found.append((path.name, text.value))
    assert found == []


def test_every_string_of_the_program_is_there(french, tmp_path):
    fresh = tmp_path / "riskdesk_fr.ts"
    subprocess.run(
        [TOOLS / "lupdate", *OPTIONS, "-target-language", "fr", *sources(), "-ts", fresh],
        check=True,
        capture_output=True,
    )
    keys = {(context, source) for context, source, _ in messages(fresh)}
    assert keys == {(context, source) for context, source, _ in french}, "make translations"


@pytest.mark.parametrize("name", ["keys_en", "riskdesk_en", "riskdesk_fr"])
def test_the_compiled_file_is_fresh(name, tmp_path):
    fresh = tmp_path / "fresh.qm"
    subprocess.run(
        [TOOLS / "lrelease", "-silent", FOLDER / f"{name}.ts", "-qm", fresh],
        check=True,
        capture_output=True,
    )
    assert fresh.read_bytes() == (FOLDER / f"{name}.qm").read_bytes(), "make translations"


def test_the_same_values_are_filled_in(french):
    def fields(text):
        return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}

    assert [source for _, source, forms in french for form in forms if fields(form) != fields(source)] == []


def test_french_spacing_is_that_of_an_administration(french):
    wrong = re.compile(r" [:;!?»]|«[^\u00a0]|[^\u00a0\u202f\s][;!?»](?!\w)|[a-zà-ÿ]'[a-zà-ÿ]")
    assert [form for _, _, forms in french for form in forms if wrong.search(form)] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_thousands_are_set_apart_in_counts(language):
    """Qt writes the number for %Ln as the language does, and that for %n without anything between its digits."""
    texts = [form for _, source, forms in messages(FOLDER / f"riskdesk_{language}.ts") for form in (source, *forms)]
    assert any("%Ln" in form for form in texts)
    assert [form for form in texts if "%n" in form] == []


def test_english_counts_have_a_singular_and_a_plural():
    counted = [(source, forms) for _, source, forms in messages(FOLDER / "riskdesk_en.ts")]
    assert counted
    for source, (singular, plural) in counted:
        assert "(" not in singular + plural, source
        assert singular != plural


def counting(class_):
    """Whether a class says in words of its own how many there are."""
    calls = (node for node in ast.walk(class_) if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "tr")
    return any("%Ln" in str(getattr(argument, "value", "")) for call in calls for argument in call.args[:1])


def test_no_class_that_counts_has_others_made_of_it():
    """Qt looks for a plural in the context of the very class alone: in another one made of it, it finds none."""
    classes = [node for _, tree in trees("%Ln") for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    texts = "\n".join(path.read_text("utf-8") for path in sources())
    bases = set(re.findall(r"\w+", " ".join(re.findall(r"\bclass \w+(?:\[[^]]*\])?\((.*?)\):", texts, re.DOTALL))))
    names = {class_.name for class_ in classes if counting(class_)}
    assert len(names) > 20
    assert "QWidget" in bases
    assert names & bases == set()
