"""The same registers as LibreOffice saves them, in each of the formats that come in."""

import subprocess

import pytest

from riskdesk.desk.importing import scale
from riskdesk.domain.document import to_document
from riskdesk.domain.importing.reading import read
from riskdesk.domain.json_text import loads
from riskdesk.domain.values import Language
from riskdesk.exchange.tables import reading
from tests.domain.importing.scoring import Score, score, sources
from tests.systems import needs_program

SHEETS = [path for path in sources() if path.suffix == ".xlsx"]
DOCUMENTS = [path for path in sources() if path.suffix == ".docx"]


@pytest.mark.slow
@needs_program("soffice", "libreoffice")
@pytest.mark.parametrize(
    ("ending", "paths"),
    [("xls", SHEETS), ("ods", SHEETS), ("xlsx", SHEETS), ("html", SHEETS), ("docx", DOCUMENTS)],
)
def test_nearly_all_comes_in(tmp_path, ending, paths):
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to"]
    done = [*command, ending, "--outdir", str(tmp_path), *map(str, paths)]
    subprocess.run(done, check=True, capture_output=True, timeout=300)
    total = Score()
    for path in paths:
        found = read(reading.read(tmp_path / f"{path.stem}.{ending}"), scale, Language.ENGLISH)
        total += score(sources()[path], loads(to_document(found.tree)) if found.tree else None)
    # LibreOffice works formulas out anew, leaves hidden rows out of pages, and .xls knows fewer number formats.
    assert (total.false, total.m_false) == (0, 0)
    assert total.found >= 0.98 * total.risks
    assert total.m_found >= 0.98 * total.mitigations
    assert total.f_right >= 0.95 * total.fields
