"""The register inside a PDF: there or not, and nothing of it elsewhere in the file."""

import io
from dataclasses import replace

import pikepdf
import pytest

from riskdesk.domain.attaching import Attached
from riskdesk.domain.document import to_document
from riskdesk.domain.printing import ATTACHED, DocumentKind, Print
from riskdesk.domain.values import Language
from riskdesk.report import render
from tests.report.conftest import MADE, Printed

# What no document prints in its usual columns.
KEPT_BACK = ("A reason of our own", "A note of our own", "Print set of our own")


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def all_text(data: bytes) -> str:
    """All that can be read in a file: the streams, the strings of its objects, its metadata."""
    with opened(data) as pdf:
        streams = [thing.read_bytes() for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
        return b"".join(streams).decode("latin-1") + "".join(map(str, strings(pdf)))


def strings(pdf: pikepdf.Pdf):
    for thing in pdf.objects:
        values = thing.values() if isinstance(thing, pikepdf.Dictionary) else [thing]
        yield from (value for value in values if isinstance(value, pikepdf.String))


@pytest.mark.parametrize("kind", list(DocumentKind))
@pytest.mark.parametrize("how", [{"attach": False}, {"mark": "Public"}, {"mark": "Diffusion restreinte"}])
@pytest.mark.parametrize("language", list(Language))
def test_what_is_left_out_is_nowhere_in_the_file(assessed, kind, how, language):
    fields = {"handling_mark": how.get("mark", ""), "language": language}
    tree = replace(assessed, register=replace(assessed.register, **fields))
    rendered = render(tree, Print(kind, attach=how.get("attach")), MADE, MADE.date())
    text = all_text(rendered.data) + Printed(rendered).text
    assert [secret for secret in KEPT_BACK if secret in text] == []
    assert [risk.id for risk in tree.risks if risk.id in text] == []
    with opened(rendered.data) as pdf:
        carries = kind is DocumentKind.APPENDIX and "mark" in how
        assert (ATTACHED in pdf.attachments) == ("/AF" in pdf.Root) == carries
    assert rendered.attached is {(True, True): Attached.PRINTED, (False, True): Attached.HELD_BACK}.get(
        (carries, "mark" in how), Attached.NOTHING
    )


@pytest.mark.parametrize("kind", [DocumentKind.WORKING, DocumentKind.MATRIX, DocumentKind.SUMMARY])
@pytest.mark.parametrize(("mark", "attach"), [("", None), ("Interne", None), ("Public", True)])
def test_all_of_the_register_goes_along_where_nothing_holds_it_back(assessed, kind, mark, attach):
    tree = replace(assessed, register=replace(assessed.register, handling_mark=mark))
    rendered = render(tree, Print(kind, attach=attach), MADE, MADE.date())
    assert rendered.attached is Attached.ALL
    with opened(rendered.data) as pdf:
        assert pdf.attachments[ATTACHED].get_file().read_bytes().decode("utf-8") == to_document(tree)


def test_the_pages_are_the_same_with_and_without_it(assessed):
    pages = []
    for attach in (True, False):
        with opened(render(assessed, Print(DocumentKind.WORKING, attach=attach), MADE, MADE.date()).data) as pdf:
            for page in pdf.pages:
                page.contents_coalesce()
            pages.append([page.Contents.read_bytes() for page in pdf.pages])
    assert pages[0] == pages[1]


def test_the_file_tells_of_itself_no_more_than_it_prints(assessed, printed):
    tree = replace(assessed, register=replace(assessed.register, prepared_by="Office", heading="Annex", title="T"))
    printout = printed(tree, Print(DocumentKind.SUMMARY, attach=False))
    with opened(printout.data) as pdf:
        assert {name: str(value) for name, value in pdf.docinfo.items() if "Date" not in name} == {
            "/Title": "T",
            "/Author": "Office",
            "/Subject": "Risk summary",
            "/Creator": "Riskdesk",
        }
        with pdf.open_metadata() as metadata:
            assert {name.partition("}")[2] for name in metadata} == {
                *("format", "language", "title", "creator", "description", "CreatorTool", "CreateDate", "ModifyDate"),
                *("part", "conformance", "schemas"),
            }
