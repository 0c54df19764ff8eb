"""Every kind of document is PDF/UA-1 and PDF/A-3a for both validators, and both would say so if it were not."""

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from subprocess import PIPE

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf

from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language
from riskdesk.report import render
from tests.conforming import findings
from tests.report.conftest import MADE

VERAPDF = Path(__file__).with_name("verapdf.py")
HOSTILE = (
    "<b>bold</b> &amp; <img src='/etc/passwd'>",
    "(((\\) Tj ET BT %%EOF endstream endobj",
    '=HYPERLINK("http://example.org")',
    "W" * 2_000,
    "a b " * 3_000,
    "\u200b\u2060\ufeff\u00ad",
    "",
    "e\u0301\u0302\u0303",
)
Verdicts = dict[str, dict[str, dict[str, int]]]
Judge = Callable[[dict[str, bytes]], Verdicts]


@pytest.fixture(scope="session")
def verapdf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    """What veraPDF says of files, by name, profile and rule; one machine of Java serves all who ask."""
    if shutil.which("java") is None or not Path("/usr/share/java/jaxb-runtime.jar").exists():
        missing = "veraPDF needs Java and libjaxb-java, which “make test” installs when it may"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    folder = tmp_path_factory.mktemp("verapdf")
    with (
        (folder / "errors.txt").open("w") as errors,
        subprocess.Popen([sys.executable, VERAPDF], stdin=PIPE, stdout=PIPE, stderr=errors, text=True) as machine,
    ):
        yield lambda files: {name: broken_rules(machine, data, folder) for name, data in files.items()}


def broken_rules(machine: "subprocess.Popen[str]", data: bytes, folder: Path) -> dict[str, dict[str, int]]:
    """What veraPDF says of one file."""
    assert machine.stdin is not None
    assert machine.stdout is not None
    path = folder / "asked.pdf"
    path.write_bytes(data)
    machine.stdin.write(f"{path}\n")
    machine.stdin.flush()
    answer = machine.stdout.readline()
    assert answer, (folder / "errors.txt").read_text()
    return json.loads(answer)


def broken(verdicts: Verdicts) -> Verdicts:
    return {name: rules for name, rules in verdicts.items() if any(rules.values())}


def documents(tree: RegisterTree) -> Iterator[tuple[str, bytes]]:
    for kind, language in product(DocumentKind, Language):
        spoken = replace(tree, register=replace(tree.register, language=language))
        yield f"{kind} {language}", render(spoken, Print(kind, orientation=kind.orientation), MADE, MADE.date()).data


@pytest.mark.parametrize("risks", [1, 60])
def test_every_kind_conforms_in_both_languages(verapdf, many, risks):
    assert broken(verapdf(dict(documents(many(risks))))) == {}


def test_the_real_register_conforms(verapdf, kazakhstan):
    assert broken(verapdf(dict(documents(kazakhstan)))) == {}


@pytest.mark.soak
def test_three_thousand_risks_conform(verapdf, many):
    assert broken(verapdf(dict(documents(many(3_000))))) == {}


@pytest.mark.soak
def test_hostile_text_conforms(verapdf, register):
    tree = register([(text, [(HOSTILE, HOSTILE)]) for text in HOSTILE], title=HOSTILE[0], handling_mark=HOSTILE[1])
    assert broken(verapdf(dict(documents(tree)))) == {}


def elements(pdf: Pdf, tag: str) -> list[Dictionary]:
    return [thing for thing in pdf.objects if isinstance(thing, Dictionary) and thing.get("/S") == Name(f"/{tag}")]


def fonts(pdf: Pdf) -> list[Dictionary]:
    return list(pdf.pages[0].Resources.Font.values())


def without(where: Callable[[Pdf], Dictionary], name: str) -> Callable[[Pdf], None]:
    def plant(pdf: Pdf) -> None:
        del where(pdf)[name]

    return plant


def untagged(pdf: Pdf) -> None:
    content = pdf.pages[0].Contents[0]
    content.write(content.read_bytes().replace(b"/Artifact BMC", b"q").replace(b"EMC", b"Q", 1))


def other_metadata(old: bytes, new: bytes) -> Callable[[Pdf], None]:
    def plant(pdf: Pdf) -> None:
        metadata = pdf.Root.Metadata.read_bytes()
        assert old in metadata
        pdf.Root.Metadata.write(metadata.replace(old, new))

    return plant


def retagged(old: str, new: str) -> Callable[[Pdf], None]:
    def plant(pdf: Pdf) -> None:
        elements(pdf, old)[0]["/S"] = Name(f"/{new}")

    return plant


def with_figure(pdf: Pdf) -> None:
    elements(pdf, "H1")[0]["/S"] = Name("/Figure")


def unmapped(pdf: Pdf) -> None:
    for font in fonts(pdf):
        del font["/ToUnicode"]


def not_embedded(pdf: Pdf) -> None:
    for font in fonts(pdf):
        del font.FontDescriptor["/FontFile2"]


def with_script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def with_row_in_document(pdf: Pdf) -> None:
    document = elements(pdf, "Document")[0]
    document.K.append(elements(pdf, "TR")[0])
    elements(pdf, "TR")[0].P = document


DEFECTS: dict[str, Callable[[Pdf], None]] = {
    "no language": without(lambda pdf: pdf.Root, "/Lang"),
    "no title": other_metadata(b"dc:title", b"dc:other"),
    "title not shown": without(lambda pdf: pdf.Root, "/ViewerPreferences"),
    "not marked": without(lambda pdf: pdf.Root, "/MarkInfo"),
    "no structure": without(lambda pdf: pdf.Root, "/StructTreeRoot"),
    "no parent tree": without(lambda pdf: pdf.Root.StructTreeRoot, "/ParentTree"),
    "no output intent": without(lambda pdf: pdf.Root, "/OutputIntents"),
    "no metadata": without(lambda pdf: pdf.Root, "/Metadata"),
    "no part of PDF/A": other_metadata(b"pdfaid:part", b"pdfaid:past"),
    "no part of PDF/UA": other_metadata(b"<pdfuaid:part>1</pdfuaid:part>", b""),
    "drawn outside of all": untagged,
    "row that is none": retagged("TR", "P"),
    "head that is none": retagged("THead", "TR"),
    "item that is none": retagged("LI", "P"),
    "figure without words": with_figure,
    "row outside of a table": with_row_in_document,
    "no map to Unicode": unmapped,
    "font not embedded": not_embedded,
    "script": with_script,
    "attachment of no relation": without(lambda pdf: pdf.Root.AF[0], "/AFRelationship"),
    "attachment of no type": without(lambda pdf: pdf.Root.AF[0].EF.F, "/Subtype"),
    "no scope": without(lambda pdf: elements(pdf, "TH")[0], "/A"),
}


def planted(data: bytes, plant: Callable[[Pdf], None]) -> bytes:
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        plant(pdf)
        pdf.save(output)
    return output.getvalue()


@pytest.fixture(scope="module")
def judged(verapdf: Judge, register: Callable[..., RegisterTree]) -> Callable[[str], tuple[list[str], object]]:
    """What both validators say of a document with a defect."""
    tree = register([("Category", [(["A risk", "Another"], ["A mitigation"])])], title="Title")
    data = render(tree, Print(), MADE, MADE.date()).data
    files = {name: planted(data, plant) for name, plant in DEFECTS.items()}
    verdicts = verapdf(files)
    return lambda name: (findings(files[name]), verdicts[name])


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_is_found(judged, name):
    by_page_validation, by_verapdf = judged(name)
    assert by_page_validation or any(by_verapdf.values())
