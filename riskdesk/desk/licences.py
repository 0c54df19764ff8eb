"""The parts of Riskdesk by other authors, and their licences."""

import platform
import re
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackagePath, distributions, requires
from pathlib import Path

from riskdesk.desk.health import sqlite_version
from riskdesk.resource import resource

COLLECTED = "THIRD-PARTY-LICENCES"
_QT = {"pyside6-essentials", "shiboken6"}
_LICENCE_FILE = re.compile(r"(.*/)?[^/]*(licen[cs]e|copying|notice)[^/]*|.*\.dist-info/licenses/.*", re.IGNORECASE)
_CODE = (".py", ".pyc")
_HEAD = """What Riskdesk ships that others wrote
=====================================

Riskdesk itself is free software under the Apache License 2.0. The parts below have licences of their own; the numbers
are those of the texts that follow.
"""


@dataclass(frozen=True)
class LicensedPart:
    """A part of Riskdesk by other authors.

    `address` is its package URL, as in an SBOM, `texts` are the licences and notices that must be shipped with it.
    """

    name: str
    version: str
    licence: str
    source: str
    address: str
    texts: tuple[str, ...]


def licences() -> str:
    """The names and licence texts of all parts.

    They were collected when this package was built or, in a checkout, are those of the installed packages.
    """
    collected = resource(COLLECTED)
    return collected.read_text(encoding="utf-8") if collected.exists() else written(parts())


def parts(
    of: Iterable[Distribution] | None = None, interpreter: LicensedPart | None = None, sqlite: str | None = None
) -> list[LicensedPart]:
    """The parts that Riskdesk ships on every system; packages, Python and SQLite are those given, else those here."""
    installed = {_plain(distribution.name): distribution for distribution in of or distributions()}
    wheels = [installed[name] for name in sorted(needed(_names(requires("riskdesk")), installed))]
    qt = _qt(installed["pyside6-essentials"].version)
    interpreter = interpreter or python(platform.python_version(), *map(sysconfig.get_path, ("data", "stdlib")))
    return [qt, interpreter, *map(wheel, wheels), _sqlite(sqlite or sqlite_version()), *_pictures(), *_dictionaries()]


def needed(names: Iterable[str], installed: dict[str, Distribution]) -> set[str]:
    """The names of these packages and of all packages that they depend on, as far as they are installed."""
    needed_names: set[str] = set()
    open_names = list(names)
    while open_names:
        name = open_names.pop()
        if name in installed and name not in needed_names:
            needed_names.add(name)
            open_names += _names(installed[name].requires)
    return needed_names


def written(of: Iterable[LicensedPart]) -> str:
    """The parts as one text, in which each licence occurs once."""
    lines, numbers = [_HEAD], dict[str, int]()
    for part in of:
        text_numbers = [str(numbers.setdefault(text, len(numbers) + 1)) for text in dict.fromkeys(part.texts)]
        lines += [f"{part.name} {part.version}".rstrip(), f"  Licence: {part.licence}", f"  Source: {part.source}"]
        lines += [f"  Texts: {', '.join(text_numbers)}", ""]
    for text, number in numbers.items():
        lines += [f"{'=' * 100}\nText {number}\n{'=' * 100}", text, ""]
    return "\n".join(lines)


def wheel(of: Distribution) -> LicensedPart:
    """The part for a Python package."""
    name, version = of.name, of.version
    source, address = f"https://pypi.org/project/{name}/{version}/", f"pkg:pypi/{_plain(name)}@{version}"
    if _plain(name) in _QT:
        texts = _shipped_texts("qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt")
        return LicensedPart(name, version, "LGPL-3.0-only", source, address, texts)
    return LicensedPart(name, version, _licence(of), source, address, tuple(map(_read, _licence_files(of))))


def python(version: str, *folders: str) -> LicensedPart:
    """The part for Python, whose licence is in one of the folders."""
    files = [Path(folder, "LICENSE.txt") for folder in folders]
    texts = tuple(file.read_text(encoding="utf-8").strip() for file in files if file.exists())
    source = f"https://www.python.org/ftp/python/{version}/"
    return LicensedPart("Python", version, "PSF-2.0", source, f"pkg:generic/python@{version}", texts)


def _names(requirements: list[str] | None) -> Iterator[str]:
    """The names in the requirements of a package, without those of its extras."""
    for requirement in requirements or ():
        name = re.match(r"[\w.-]+", requirement)
        if name and "extra" not in requirement.partition(";")[2]:
            yield _plain(name.group())


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _qt(version: str) -> LicensedPart:
    """The part for Qt, which is inside the package of PySide6 and has its version."""
    texts = _shipped_texts("qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt", "qt-third-party.txt")
    source = "https://download.qt.io/official_releases/qt/"
    return LicensedPart("Qt", version, "LGPL-3.0-only", source, f"pkg:generic/qt@{version}", texts)


def _licence(of: Distribution) -> str:
    """The licence of a package in a line, from its metadata."""
    lines = [of.metadata[key].partition("\n")[0] for key in ("License-Expression", "License") if key in of.metadata]
    kinds = [line for line in of.metadata.get_all("Classifier", []) if line.startswith("License ::")]
    return next(filter(None, lines), ", ".join(line.rpartition(" :: ")[2] for line in kinds))


def _licence_files(of: Distribution) -> list[PackagePath]:
    return sorted(file for file in of.files or () if _LICENCE_FILE.fullmatch(str(file)) and file.suffix not in _CODE)


def _read(file: PackagePath) -> str:
    return Path(str(file.locate())).read_text(encoding="utf-8", errors="replace").strip()


def _sqlite(version: str) -> LicensedPart:
    source = "https://sqlite.org/download.html"
    return LicensedPart(
        "SQLite", version, "blessing", source, f"pkg:generic/sqlite@{version}", _shipped_texts("sqlite.txt")
    )


def _pictures() -> list[LicensedPart]:
    """The parts for fonts and icons."""
    ofl = (resource("fonts/OFL.txt").read_text(encoding="utf-8").strip(),)
    lucide = (resource("icons/LICENSE").read_text(encoding="utf-8").strip(),)
    noto = "https://github.com/notofonts"
    fonts = sorted(font.stem for font in resource("fonts").glob("*.ttf"))
    font_parts = [LicensedPart(name, "", "OFL-1.1", noto, f"pkg:generic/{name.lower()}", ofl) for name in fonts]
    return [
        *font_parts,
        LicensedPart("Lucide", "", "ISC AND MIT", "https://lucide.dev", "pkg:npm/lucide-static", lucide),
    ]


def _dictionaries() -> list[LicensedPart]:
    """The parts for dictionaries."""
    source, licences = "https://github.com/wooorm/dictionaries", {"en": "MIT AND BSD-3-Clause", "fr": "MPL-2.0"}
    texts = {name: (resource(f"dictionaries/{name}.licence.txt").read_text("utf-8").strip(),) for name in licences}
    return [
        LicensedPart(package, "3.0.0", licences[name], source, f"pkg:npm/{package}@3.0.0", texts[name])
        for name, package in (("en", "dictionary-en-gb"), ("fr", "dictionary-fr"))
    ]


def _shipped_texts(*names: str) -> tuple[str, ...]:
    return tuple(resource(f"licences/{name}").read_text(encoding="utf-8").strip() for name in names)
