import datetime
import json

import pytest

from riskdesk.desk import transfer
from riskdesk.desk.formats import Request
from riskdesk.desk.scales import profile
from riskdesk.domain.document import from_document
from riskdesk.domain.printing import DocumentKind, Orientation, Print
from riskdesk.resource import resource
from tests.exchange.word.opened import Opened

MADE = datetime.datetime(2024, 5, 6, 7, 8, 9, tzinfo=datetime.UTC)
WORKING = Print(DocumentKind.WORKING, orientation=Orientation.LANDSCAPE)


def kazakhstan_in(language):
    """The register of the templates, in a language."""
    text = resource(f"templates/kazakhstan-2024-2027.{language}.json").read_text("utf-8")
    assert json.loads(text)
    return from_document(text, profile("5x5"))


@pytest.fixture(scope="session", params=["en", "fr"])
def kazakhstan(request):
    return kazakhstan_in(request.param)


@pytest.fixture
def write(tmp_path):
    """Writes a register to a file and gives its path."""

    def write_(tree, how=None, name="register.docx", **more):
        out = tmp_path / name
        transfer.export(Request(tree, how or Print(), MADE, MADE.date(), **more), out)
        return out

    return write_


@pytest.fixture
def open_docx(write):
    """Writes a register and opens it as Word does."""

    def open_(tree, how=None, **more):
        docx = Opened(write(tree, how, **more).read_bytes())
        docx.require_sound()
        return docx

    return open_
