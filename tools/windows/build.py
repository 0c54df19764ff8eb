"""The Windows packages: the folder of the program, the portable zip and the installer."""

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from riskdesk import __version__
from riskdesk.app import places
from tools import checksums, licences, sbom
from tools.windows import python
from tools.windows.icon import write_icon, write_side
from tools.windows.python import ROOT
from tools.windows.screen import screen
from tools.windows.wine import STAND_INS, Wine, windows_path

WORK, DIST = ROOT / "build" / "windows", ROOT / "dist"
ICON, SIDE = WORK / "riskdesk.ico", WORK / "side.bmp"
FOLDER = DIST / "windows" / "riskdesk"
INSTALLER = DIST / f"Riskdesk-{__version__}-setup.exe"
PORTABLE = DIST / f"Riskdesk-{__version__}-portable.zip"
DRAWING = ROOT / "resources" / "icons" / "riskdesk.svg"
LARGEST_INSTALLER = 30_000_000
# In seconds, on a machine that has much else to do.
PATIENCE = 1800
# What is only there so that Wine runs, or comes with Windows.
_STOOD_FOR = "|".join(source.stem for source in STAND_INS.glob("*.c"))
FOREIGN = re.compile(rf"(_wmi|{_STOOD_FOR}|ucrtbase|api-ms-win-.*)\.(dll|pyd)", re.IGNORECASE)
MARKER = """\
Riskdesk keeps its settings, registers, backups and log in the folder "data" beside this file,
as long as this file is here.

Riskdesk garde ses réglages, registres, sauvegardes et son journal dans le dossier « data » à côté
de ce fichier, tant que celui-ci est présent.
"""


def freeze(wine: Wine) -> None:
    """Make the folder with both programs."""
    program = python.set_up(wine.drive / "python")
    # What an earlier build has left, Python cannot always remove under Wine.
    shutil.rmtree(FOLDER, ignore_errors=True)
    write_icon(DRAWING, ICON)
    folders = ("--distpath", windows_path(FOLDER.parent), "--workpath", windows_path(WORK / "pyinstaller"))
    command = ("-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", *folders, "riskdesk.spec")
    done = wine.run(program, *command, folder=ROOT, patience=PATIENCE)
    print(done.output, end="")
    if done.status:
        sys.exit(f"PyInstaller ended with {done.status}: its own words are above.")
    parts = licences.bundled_of(program.parent, python.VERSION)
    licences.collect(FOLDER, parts)
    sbom.write(parts, DIST, f"riskdesk-{__version__}-windows-amd64")
    foreign = [path.name for path in FOLDER.rglob("*") if FOREIGN.fullmatch(path.name) or _is_of_wine(path)]
    if foreign:
        sys.exit(f"These files belong to Windows or Wine and may not be shipped: {', '.join(foreign)}")


def _is_of_wine(path: Path) -> bool:
    return path.is_file() and b"Wine builtin DLL" in path.read_bytes()


def pack() -> None:
    """Make the zip that keeps what is the user's beside the program."""
    with zipfile.ZipFile(PORTABLE, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(FOLDER.rglob("*")):
            archive.write(path, Path("Riskdesk") / path.relative_to(FOLDER))
        archive.writestr(f"Riskdesk/{places.MARKER}", MARKER.replace("\n", "\r\n").encode("utf-8-sig"))
    print(f"{PORTABLE}: {PORTABLE.stat().st_size / 1e6:.1f} MB")


def make_installer(installer: Path = INSTALLER, version: str = __version__, *options: str) -> None:
    """Make the installer; `options` are more of makensis."""
    write_side(DRAWING, SIDE)
    values = {"VERSION": version, "PROGRAM": FOLDER, "ICON": ICON, "SIDE": SIDE, "OUT": installer}
    defined = [f"-D{name}={value}" for name, value in values.items()]
    script = Path(__file__).with_name("riskdesk.nsi")
    subprocess.run(["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defined, *options, script], check=True)


def check_size() -> None:
    """End where the installer has become too large."""
    size = INSTALLER.stat().st_size
    print(f"{INSTALLER}: {size / 1e6:.1f} MB of {LARGEST_INSTALLER / 1e6:.0f} MB")
    if size > LARGEST_INSTALLER:
        sys.exit(f"{INSTALLER} has become too large: leave out what is not used in riskdesk.spec.")


def main() -> None:
    """Make all three in dist/, with the list of what they are made of and checksums."""
    with screen() as unseen:
        wine = Wine(ROOT / "build" / "wine" / "freezing", unseen)
        wine.make()
        try:
            freeze(wine)
        finally:
            wine.close()
    pack()
    make_installer()
    check_size()
    checksums.write(DIST)


if __name__ == "__main__":
    main()
