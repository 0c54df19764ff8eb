"""The shared libraries of a bundle: those that Debian's packages brought into it, and those that it still needs."""

import platform
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from riskdesk.desk.licences import LicensedPart

COMMON = Path("/usr/share/common-licenses")
# Parts by themselves, wherever they come from.
_OTHERS = re.compile(r"libsqlite3\.|libpython")
_NEEDED = re.compile(r"NEEDED\s+(\S+)")
_GLIBC = re.compile(r"\bGLIBC_([0-9.]+)")
# Of packages that build for other machines.
_FOREIGN = re.compile(r"/usr/[^/]+-linux-[^/]+/|/lib32/|/libx32/")


def dependencies(bundle: Path) -> list[str]:
    """What the bundle asks of Debian: the packages with the libraries it lacks, and how new a C library."""
    texts = [_told(path) for path in _programs(bundle)]
    inside = {path.name for path in bundle.rglob("*")}
    lacking = {name for text in texts for name in _NEEDED.findall(text)} - inside
    glibc = max((version for text in texts for version in _GLIBC.findall(text)), key=_numbers)
    # A part of Qt that nothing loads may need another part, which is left out; no package has that one.
    return [f"libc6 (>= {glibc})", *sorted({name for name, _ in _owners(lacking)} - {"libc6"})]


def bundled(bundle: Path) -> list[LicensedPart]:
    """The packages of this Debian that libraries of the bundle come from."""
    if not shutil.which("dpkg-query"):
        return []
    libraries = {path.name for path in bundle.rglob("lib*.so*") if not _OTHERS.match(path.name)}
    return [_part(name) for name in sorted({name for name, _ in _owners(libraries)})]


def _programs(bundle: Path) -> Iterator[Path]:
    for path in bundle.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def _told(program: Path) -> str:
    return subprocess.run(["objdump", "-p", program], capture_output=True, text=True, check=True).stdout


def _owners(libraries: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Debian's packages with libraries of these names, and where they lie."""
    patterns = [f"*/{name}" for name in libraries]
    # It fails where one of the names is not found, and tells the others.
    process = subprocess.run(["dpkg-query", "--search", *patterns], capture_output=True, text=True).stdout
    for line in process.splitlines():
        package, _, path = line.partition(": ")
        if not _FOREIGN.search(path):
            yield package.partition(":")[0], path


def _part(package: str) -> LicensedPart:
    query = ["dpkg-query", "--show", "--showformat=${Version} ${source:Package} ${source:Version} ${Architecture}\n"]
    output = subprocess.run([*query, package], capture_output=True, text=True, check=True).stdout
    version, source, source_version, architecture = output.splitlines()[0].split()
    system = platform.freedesktop_os_release()["ID"]
    return LicensedPart(
        package,
        version,
        "see the text",
        f"apt-get source {source}={source_version}",
        f"pkg:deb/{system}/{package}@{version}?arch={architecture}",
        tuple(_texts(Path(f"/usr/share/doc/{package}/copyright").read_text(encoding="utf-8", errors="replace"))),
    )


def _texts(text: str) -> Iterator[str]:
    """What a package says of its licences, and the texts that Debian keeps once for all."""
    yield text.strip()
    for name in sorted(set(re.findall(rf"{COMMON}/([\w-]+(?:\.\d+)*)", text))):
        if (COMMON / name).exists():
            yield (COMMON / name).read_text(encoding="utf-8").strip()


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
