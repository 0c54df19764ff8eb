"""Put the licences of all that a package bundles into it: `python -m tools.licences dist/riskdesk`."""

import shutil
import sys
from importlib.metadata import distribution, distributions
from pathlib import Path

from riskdesk.desk.licences import COLLECTED, LicensedPart, parts, python, wheel, written
from tools import sqlite
from tools.linux import libraries

LICENCE = Path(__file__).resolve().parent.parent / "LICENSE"


def bundled(bundle: Path) -> list[LicensedPart]:
    """All that others wrote in what PyInstaller made here."""
    # Python for macOS has one that cannot be replaced.
    own = None if sys.platform == "darwin" else sqlite.VERSION
    return [*parts(sqlite=own), *_freezer(), *libraries.bundled(bundle)]


def bundled_of(home: Path, version: str) -> list[LicensedPart]:
    """All that others wrote in what PyInstaller made with the Windows Python in the folder `home`."""
    packages = distributions(path=[str(home / "Lib" / "site-packages")])
    return [*parts(packages, python(version, str(home)), sqlite.VERSION), *_freezer()]


def _freezer() -> list[LicensedPart]:
    """What starts the program comes from PyInstaller itself."""
    return [wheel(distribution("pyinstaller"))]


def collect(bundle: Path, of: list[LicensedPart]) -> None:
    """Write the licences where the program shows them, and beside it, where people look."""
    (resources,) = bundle.rglob("riskdesk/resources")
    (resources / COLLECTED).write_text(written(of), encoding="utf-8")
    (bundle / COLLECTED).unlink(missing_ok=True)
    (bundle / COLLECTED).symlink_to((resources / COLLECTED).relative_to(bundle))
    shutil.copyfile(LICENCE, bundle / LICENCE.name)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    collect(folder, bundled(folder))
