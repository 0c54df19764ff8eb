import datetime
import hashlib
import io
import os
import subprocess
import sys
from contextlib import closing

import pikepdf
import pypdfium2
import pytest
from PIL import ImageCms

from riskdesk.domain.document import to_document
from riskdesk.domain.printing import DocumentKind, Orientation, Paper, Print
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.progress import Cancelled
from riskdesk.report import metadata, render
from tests.checkpoints import Shares

MADE = datetime.datetime(2024, 5, 6, 9, 8, 9, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
AGAIN = """
import datetime, hashlib, sys
from pathlib import Path
from riskdesk.desk.scales import profile
from riskdesk.domain.document import from_document
from riskdesk.domain.printing import Print
from riskdesk.report import render
text = Path(sys.argv[1]).read_text("utf-8")
made = datetime.datetime(2024, 5, 6, 7, 8, 9, tzinfo=datetime.UTC)
tree = from_document(text, profile("5x5"))
print(hashlib.sha256(render(tree, Print(), made, made.date()).data).hexdigest())
"""


@pytest.mark.parametrize("seed", ["0", "77"])
def test_the_same_register_gives_the_same_bytes_in_any_process(tmp_path, register, seed):
    tree = register([("C", [(["Risk", "Œuvre – Қазақстан"], ["Mitigation"])])], title="T")
    path = tmp_path / "register.json"
    path.write_text(to_document(tree), "utf-8")
    process = subprocess.run(
        [sys.executable, "-c", AGAIN, path],
        env=os.environ | {"PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    render(register([("Other", [(["Ωμέγα"], [])])]), Print(), MADE, MADE.date())
    assert process.stdout.strip() == hashlib.sha256(render(tree, Print(), MADE, MADE.date()).data).hexdigest()


def test_the_profile_is_that_of_srgb_and_tells_neither_when_nor_where_it_was_made():
    profile, original = metadata._srgb(), ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    moment, platform, identity = slice(24, 36), slice(40, 44), slice(84, 100)
    assert profile[moment] == bytes((7, 208, 0, 1, 0, 1, *bytes(6)))
    assert (profile[platform], profile[identity]) == (bytes(4), bytes(16))
    assert (profile[36:40], profile[128:]) == (b"acsp", original[128:])


def test_the_moment_may_be_told_from_outside(register, monkeypatch):
    tree = register(title="T")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(MADE.timestamp())))
    later = MADE + datetime.timedelta(days=9)
    assert render(tree, Print(), later, MADE.date()).data == render(tree, Print(), MADE, MADE.date()).data
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(InputProblem, match="no number of seconds: yesterday"):
        render(tree, Print(), MADE, MADE.date())


def test_the_day_alone_says_what_is_overdue(filled):
    due = datetime.date(2023, 9, 28)
    first, again, later = (
        render(filled, Print(DocumentKind.SUMMARY), MADE, due + datetime.timedelta(days=days)).data
        for days in (0, 0, 1)
    )
    assert first == again != later


def test_the_file_tells_what_it_is(register, printed):
    printout = printed(register(title="The\ntitle", heading="Annex", prepared_by="Қазақстан office"))
    fields = {
        name: value for name, value in printout.metadata.items() if name in ("Title", "Author", "Subject", "Creator")
    }
    assert fields == {"Title": "The title", "Author": "Қазақстан office", "Subject": "Annex", "Creator": "Riskdesk"}
    assert printout.metadata["CreationDate"] == printout.metadata["ModDate"] == "D:20240506070809Z"
    with pikepdf.open(io.BytesIO(printout.data)) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as xmp:
            assert (xmp["dc:title"], xmp["dc:creator"], xmp["dc:language"]) == (
                "The title",
                ["Қазақстан office"],
                {"en-GB"},
            )
            assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("3", "A", "1")
            assert xmp["xmp:ModifyDate"] == "2024-05-06T07:08:09Z"


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize("title", ["T", ""])
def test_the_file_is_named_by_the_heading_that_is_printed(register, printed, kind, title):
    printout = printed(register(title=title, heading="Annex"), Print(kind))
    _, heading = printout.outline[0]
    assert (printout.metadata["Title"], printout.metadata["Subject"]) == (title or heading, heading)
    assert (heading == "Annex") is (kind is DocumentKind.APPENDIX)


def test_the_outline_leads_to_the_heading_and_the_categories(kazakhstan, printed):
    titles = [tree.category.title for tree in kazakhstan.categories]
    assert printed(kazakhstan).outline == [(0, kazakhstan.register.heading), *((1, title) for title in titles)]


def test_every_font_is_in_the_file(register, printed):
    data = printed(register([("C", [(["Risk"], [])])], approval="Approved")).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts = list(pdf.pages[0].Resources.Font.values())
        named = sorted(str(font.BaseFont).partition("+")[2] for font in fonts)
        assert named == ["NotoSans-Bold", "NotoSans-Italic", "NotoSans-Regular"]
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


@pytest.mark.parametrize(
    ("page", "box"),
    [
        (Print(), (595.28, 841.89)),
        (Print(orientation=Orientation.LANDSCAPE), (841.89, 595.28)),
        (Print(paper=Paper.A3), (841.89, 1190.55)),
    ],
)
def test_the_paper_is_the_one_asked_for(register, printed, page, box):
    with closing(pypdfium2.PdfDocument(printed(register(), page).data)) as pdf:
        assert pdf[0].get_size() == pytest.approx(box)


def test_rendering_tells_how_far_it_is_and_can_be_given_up(kazakhstan):
    shares = Shares(5)
    with pytest.raises(Cancelled):
        render(kazakhstan, Print(), MADE, MADE.date(), shares)
    assert shares == sorted(shares)
    assert 0 <= shares[0] < shares[-1] < 1
    assert render(kazakhstan, Print(), MADE, MADE.date()).pages == 3


def test_reportlab_is_loaded_on_first_use_alone():
    script = "import sys, riskdesk.report; print('reportlab' in sys.modules)"
    process = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert process.stdout == "False\n"
