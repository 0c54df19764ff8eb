"""The self-test of a packaged program: whether all that it contains is there and works, without a screen."""

import os
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from riskdesk.app.selftest import documents, keeping, showing, writing
from riskdesk.app.selftest.trying import Trial
from riskdesk.app.terminal import plain_output


def selftest() -> int:
    """Try each part in a temporary folder and print a line for each result; return 1 if one failed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with plain_output(), tempfile.TemporaryDirectory() as folder:
        results = [_works(name, part) for name, part in _parts(Path(folder))]
        print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 0 if all(results) else 1


def _parts(folder: Path) -> Iterator[tuple[str, Trial]]:
    return chain(keeping.parts(folder), documents.parts(folder), writing.parts(), showing.parts(folder))


def _works(name: str, part: Trial) -> bool:
    try:
        part()
    except Exception as error:  # noqa: BLE001 - whatever is missing, the other parts are tried too
        print(f"failed: {name} ({error!r})", flush=True)
        return False
    print(f"passed: {name}", flush=True)
    return True
