"""Build the SQLite that packages ship: a current one, whatever the Python on this machine is linked with.

The source is SQLite's own single file, unchanged, as the package better-sqlite3 of the npm registry carries it; its
checksum is pinned here, so that nothing else is compiled.
"""

import hashlib
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

VERSION, CARRIER = "3.54.1", "better-sqlite3@13.2.0"
SHA256 = "75a4760a7b9727a4c4c877aec92eacf39e52a8f2921ce00bd33be6d3a8e8e254"
SOURCE = "package/deps/sqlite3/sqlite3.c"
BUILD = Path(__file__).resolve().parent.parent / "build" / f"sqlite-{VERSION}"
LIBRARY = BUILD / "libsqlite3.so.0"
WINDOWS_LIBRARY = BUILD / "sqlite3.dll"
# Threads may share a connection, as Python's own module asks for.
OPTIONS = ["-O2", "-shared", "-DSQLITE_THREADSAFE=1", "-DSQLITE_ENABLE_DBSTAT_VTAB"]
# No extension is ever loaded; Python's module for Windows asks for the functions all the same.
COMPILERS = {
    LIBRARY: ["cc", "-fPIC", "-Wl,-soname,libsqlite3.so.0", "-lm", "-DSQLITE_OMIT_LOAD_EXTENSION"],
    WINDOWS_LIBRARY: ["x86_64-w64-mingw32-gcc", "-static-libgcc"],
}


def build(library: Path) -> Path:
    """One of the libraries, built in build/ where it is not there already."""
    if not library.exists():
        BUILD.mkdir(parents=True, exist_ok=True)
        source = fetched()
        if hashlib.sha256(source.read_bytes()).hexdigest() != SHA256:
            sys.exit(f"{SOURCE} of {CARRIER} is not the source of SQLite {VERSION} that is pinned in tools/sqlite.py.")
        new_library = BUILD / f"making-{library.name}"
        compiler, *options = COMPILERS[library]
        run(compiler, *OPTIONS, "-o", str(new_library), str(source), *options)
        new_library.rename(library)
    return library


def fetched() -> Path:
    """The source, unpacked from what npm downloads."""
    run("npm", "pack", "--silent", CARRIER)
    (archive,) = BUILD.glob("*.tgz")
    with tarfile.open(archive) as packed:
        inside = packed.extractfile(SOURCE)
        assert inside is not None, "it is a file"
        with (BUILD / "sqlite3.c").open("wb") as out:
            shutil.copyfileobj(inside, out)
    archive.unlink()
    return BUILD / "sqlite3.c"


def run(*command: str) -> None:
    """Run a command in the folder of the build; what it said is shown only when it fails."""
    # On Windows, npm is no program but a script, found by its whole name alone.
    program = shutil.which(command[0]) or command[0]
    done = subprocess.run([program, *command[1:]], cwd=BUILD, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{done.stdout}{done.stderr}\n`{' '.join(command)}` failed: its own words are above.")


if __name__ == "__main__":
    build(LIBRARY)
