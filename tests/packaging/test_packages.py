"""Packages for Linux hold what they should, with the rights it should have; the same files make the same package."""

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from riskdesk import __version__
from riskdesk.desk.licences import COLLECTED, LicensedPart
from tools import archive, checksums, licences, sbom, sqlite
from tools.linux import deb, libraries, tree

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="packages for Linux are made on Linux")
TOOLS = pytest.mark.skipif(
    not all(map(shutil.which, ("dpkg-deb", "objdump"))), reason="the tools of Debian are not here"
)
PART = LicensedPart("One", "1.0", "MIT", "https://one.org/1.0", "pkg:pypi/one@1.0", ("Do what you like.",))


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return bundle_in(tmp_path)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    return deb.build(bundle_in(folder), folder)


def bundle_in(place: Path) -> Path:
    """What PyInstaller leaves, in small."""
    folder = place / "dist" / "riskdesk"
    (folder / "_internal/riskdesk/resources").mkdir(parents=True)
    shutil.copy(shutil.which("true") or "", folder / "riskdesk")
    (folder / "_internal/data.txt").write_text("data\n")
    (folder / "_internal/data.txt").chmod(0o600)
    return folder


def said(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_licences_lie_where_the_program_shows_them_and_where_people_look(bundle: Path) -> None:
    licences.collect(bundle, [PART])
    shown = (bundle / "_internal/riskdesk/resources" / COLLECTED).read_text(encoding="utf-8")
    assert "One 1.0" in shown
    assert "Do what you like." in shown
    assert (bundle / COLLECTED).read_text(encoding="utf-8") == shown
    assert "Apache License" in (bundle / "LICENSE").read_text(encoding="utf-8")


def test_the_parts_of_a_foreign_python_are_its_own(tmp_path: Path) -> None:
    (tmp_path / "LICENSE.txt").write_text("Of that Python.\n", encoding="utf-8")
    for name in ("PySide6_Essentials", "SQLAlchemy", "hatchling"):
        folder = tmp_path / "Lib/site-packages" / f"{name}-99.0.dist-info"
        folder.mkdir(parents=True)
        (folder / "METADATA").write_text(f"Metadata-Version: 2.4\nName: {name}\nVersion: 99.0\n", encoding="utf-8")
    parts = {part.name: part for part in licences.bundled_of(tmp_path, "3.99.0")}
    assert (parts["Python"].version, parts["Python"].texts) == ("3.99.0", ("Of that Python.",))
    assert {parts[name].version for name in ("Qt", "PySide6_Essentials", "SQLAlchemy")} == {"99.0"}
    assert parts["SQLite"].version == sqlite.VERSION
    assert parts.keys().isdisjoint({"reportlab", "hatchling"})


def test_a_system_is_given_program_icons_and_man_pages(bundle: Path, tmp_path: Path) -> None:
    tree.lay(bundle, tmp_path / "root")
    usr = tmp_path / "root/usr"
    assert (usr / "bin/riskdesk").resolve() == (usr / "lib/riskdesk/riskdesk").resolve()
    for size in tree.SIZES:
        picture = (usr / f"share/icons/hicolor/{size}x{size}/apps/riskdesk.png").read_bytes()
        assert int.from_bytes(picture[16:20], "big") == size
    for path in ("scalable/apps/riskdesk.svg", "../../man/man1/riskdesk.1.gz", "../../man/fr/man1/riskdesk.1.gz"):
        assert (usr / "share/icons/hicolor" / path).exists()


@TOOLS
def test_the_package_holds_files_of_the_system_with_true_checksums(package: Path, tmp_path: Path) -> None:
    listed = said("dpkg-deb", "--contents", package).splitlines()
    assert {line.split()[1] for line in listed} == {"root/root"}
    modes = {line.split()[5]: line.split()[0] for line in listed}
    assert modes["./usr/lib/riskdesk/riskdesk"] == "-rwxr-xr-x"
    assert modes["./usr/lib/riskdesk/_internal/data.txt"] == "-rw-r--r--"
    assert modes["./usr/share/man/man1/riskdesk.1.gz"] == "-rw-r--r--"
    said("dpkg-deb", "--raw-extract", package, tmp_path / "out")
    for line in (tmp_path / "out/DEBIAN/md5sums").read_text(encoding="utf-8").splitlines():
        expected, path = line.split("  ", 1)
        assert hashlib.md5((tmp_path / "out" / path).read_bytes()).hexdigest() == expected


@TOOLS
def test_the_package_says_what_it_is_and_needs(package: Path, bundle: Path) -> None:
    assert said("dpkg-deb", "--field", package, "Version").strip() == __version__
    assert said("dpkg-deb", "--field", package, "Depends").startswith("libc6 (>= 2.")
    assert libraries.dependencies(bundle)[0].startswith("libc6 (>= 2.")


@TOOLS
def test_the_same_files_make_the_same_packages(bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    made = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        made.append([make(bundle, tmp_path / name).read_bytes() for make in (deb.build, archive.build)])
        (bundle / "_internal/data.txt").touch()
    assert made[0] == made[1]


def test_the_archive_unpacks_into_one_folder_and_runs(bundle: Path, tmp_path: Path) -> None:
    path = archive.build(bundle, tmp_path)
    with tarfile.open(path) as packed:
        packed.extractall(tmp_path / "à part", filter="data")
    (folder,) = (tmp_path / "à part").iterdir()
    assert folder.name == path.name.removesuffix(".tar.gz")
    said(folder / "riskdesk")
    assert oct((folder / "_internal/data.txt").stat().st_mode)[-3:] == "644"


def test_the_bill_names_each_part_with_its_licence(tmp_path: Path) -> None:
    spoken = LicensedPart("Two", "", "as is, see the text", "apt-get source two", "pkg:deb/debian/two@2", ())
    sbom.write([PART, spoken], tmp_path, "a")
    text = (tmp_path / "a.cdx.json").read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    told = json.loads(text)
    assert (told["bomFormat"], told["metadata"]["component"]["version"]) == ("CycloneDX", __version__)
    parts = {part["name"]: part for part in told["components"]}
    assert parts["One"]["purl"] == "pkg:pypi/one@1.0"
    assert parts["One"]["licenses"] == [{"license": {"id": "MIT"}}]
    assert parts["Two"]["licenses"] == [{"license": {"name": "as is, see the text"}}]


def test_checksums_are_those_of_all_packages_and_of_nothing_else(bundle: Path) -> None:
    folder = bundle.parent
    (folder / "a.deb").write_bytes(b"a")
    (folder / "b.tar.gz").write_bytes(b"b")
    checksums.write(folder)
    checksums.write(folder)
    told = [line.split("  ") for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()]
    assert told == [[hashlib.sha256(name[:1].encode()).hexdigest(), name] for name in ("a.deb", "b.tar.gz")]
