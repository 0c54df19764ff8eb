"""What is tried on the system that is laid for it: install, start, open, upgrade, remove, and run from an archive."""

import hashlib
import os
import re
import select
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from riskdesk import __version__
from tools.linux import deb

_NEWER = f"{__version__}+trial"
_USER, _HOME = "trial", Path("/home/trial")
_STORE = _HOME / "Documents" / "Programme d’essai.riskdesk"
# A folder whose name nobody expects.
_ELSEWHERE = _HOME / "dossier à l’essai"
_PROGRAMS = ("dbus", "libglib2.0-bin", "libgtk-3-bin", "man-db", "xauth", "xdg-utils", "xdotool", "xvfb")
# What the user sees and waits for at most.
_PATIENCE = 60
_ENVIRONMENT = {
    "HOME": str(_HOME),
    "USER": _USER,
    "PATH": "/usr/local/bin:/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "XDG_CURRENT_DESKTOP": "GNOME",
    "XDG_RUNTIME_DIR": str(_HOME / ".runtime"),
}


def main(package: Path, archive: Path) -> int:
    """Go through all steps, each of which builds upon those before; 1 at the first that fails."""
    steps: tuple[tuple[str, Callable[[], None]], ...] = (
        ("the package installs, with what it needs", lambda: _install(package)),
        ("its menu entry, kind of file, icon and man pages are known", _known),
        ("the installed program tests itself", lambda: _test("riskdesk")),
        ("the menu entry opens the window", _start_by_menu),
        ("opening a file opens it in the window", _open_file),
        ("an upgrade changes no file of the user", lambda: _keeping(lambda: _upgrade(package))),
        ("removal leaves none of its files and all of the user's", lambda: _keeping(lambda: _remove("remove"))),
        ("so does purging, once it is installed again", lambda: _keeping(lambda: _purge(package))),
        ("the archive runs from a folder of any name", lambda: _run_elsewhere(archive)),
        ("it keeps what is the user's beside itself where that is wanted", _run_portable),
    )
    with _screen():
        for name, step in steps:
            try:
                step()
            except Exception as error:  # noqa: BLE001 - whatever it was, it is told
                print(f"failed: {name}: {error!r}\n{getattr(error, 'output', None) or ''}")
                return 1
            print(f"passed: {name}", flush=True)
    return 0


@contextmanager
def _screen() -> Iterator[None]:
    _apt("update")
    _apt("install", "--no-install-recommends", *_PROGRAMS)
    _run("useradd", "--create-home", "--shell", "/bin/sh", _USER)
    for folder in (_STORE.parent, _ELSEWHERE, Path(_ENVIRONMENT["XDG_RUNTIME_DIR"])):
        folder.mkdir(mode=0o700)
        shutil.chown(folder, _USER, _USER)
    # It takes a number that is free, and says which. By itself it begins anew whenever a program was the last to leave
    # it, and answers nobody meanwhile.
    command = ["Xvfb", "-displayfd", "1", "-nolisten", "tcp", "-noreset"]
    screen = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert screen.stdout is not None, "it is a pipe"
        number = screen.stdout.readline().strip()
        _require(bool(number), "Xvfb gives no screen")
        _ENVIRONMENT["DISPLAY"] = f":{number}"
        yield
    finally:
        screen.terminate()
        screen.wait()


def _install(package: Path) -> None:
    _apt("install", str(package))
    _require(_told("riskdesk", "--version") == f"Riskdesk {__version__}", "another version answers")


def _known() -> None:
    _told("desktop-file-validate", "/usr/share/applications/riskdesk.desktop")
    handlers = _told("gio", "mime", "application/vnd.riskdesk")
    _require("riskdesk.desktop" in handlers, f"no program opens the kind of file: {handlers}")
    _told("riskdesk", "new", str(_STORE), "--template", "coe")
    bare = _STORE.with_suffix("")
    shutil.copyfile(_STORE, bare)
    for path in (_STORE, bare):
        kind = _told("gio", "info", "--attributes=standard::content-type,standard::icon", str(path))
        _require(
            "application/vnd.riskdesk" in kind and "riskdesk" in kind, f"{path} is taken for something else: {kind}"
        )
    bare.unlink()
    for language, word in (("C", "NAME"), ("fr_FR.UTF-8", "NOM")):
        _require(word in _told("man", "--locale", language, "riskdesk"), f"no man page in {language}")


def _test(program: str) -> None:
    _require("0 failed" in _told(program, "--selftest"), "the self-test does not end well")


def _start_by_menu() -> None:
    _launch("gtk-launch", "riskdesk")
    _close(_window("Riskdesk"))
    _require((_HOME / ".local/share/Riskdesk/registers.riskdesk").exists(), "there is no store of the user's own")


def _open_file() -> None:
    for command in ("gio open", "xdg-open"):
        _launch(*command.split(), str(_STORE))
        _close(_window(_STORE.stem))


def _upgrade(package: Path) -> None:
    unpacked = Path("/tmp/unpacked")
    _run("dpkg-deb", "--raw-extract", str(package), str(unpacked))
    control = unpacked / "DEBIAN/control"
    control.write_text(control.read_text().replace(f"Version: {__version__}\n", f"Version: {_NEWER}\n"))
    _apt("install", str(deb.pack(unpacked, Path("/tmp"), "none")))
    _require(_NEWER in _told("dpkg-query", "--show", "riskdesk"), "the newer one is not installed")
    _told("riskdesk", "show", str(_STORE))


def _remove(how: str) -> None:
    listed = subprocess.run(["dpkg-query", "--listfiles", "riskdesk"], capture_output=True, text=True).stdout
    # Folders are shared with other packages, but for its own.
    own = [Path(name) for name in listed.splitlines() if "riskdesk" in name or not Path(name).is_dir()]
    _apt(how, "riskdesk")
    left = [path for path in own if path.exists() or path.is_symlink()]
    _require(not left, f"files are left: {left[:5]}")
    _require("riskdesk.desktop" not in _told("gio", "mime", "application/vnd.riskdesk"), "the menu entry is left")


def _purge(package: Path) -> None:
    _install(package)
    _remove("purge")


def _run_elsewhere(archive: Path) -> None:
    _told("tar", "--extract", f"--file={archive}", f"--directory={_ELSEWHERE}")
    (folder,) = _ELSEWHERE.iterdir()
    _test(str(folder / "riskdesk"))
    _start(_STORE.stem, folder / "riskdesk", _STORE)


def _run_portable() -> None:
    (folder,) = _ELSEWHERE.iterdir()
    _told("touch", str(folder / "portable.txt"))
    before = _user_files()
    _start("Riskdesk", folder / "riskdesk")
    _require((folder / "data" / "registers.riskdesk").exists(), "there is no store beside the program")
    elsewhere = {path for path in _user_files().items() - before.items() if not path[0].startswith(str(folder))}
    _require(not elsewhere, f"it wrote elsewhere: {elsewhere}")


def _keeping(work: Callable[[], None]) -> None:
    """Do something that must not change a file of the user."""
    before = _user_files()
    _require(len(before) > 1, f"the user has no files: {before}")
    work()
    _require(_user_files() == before, f"files were changed: {before.keys() ^ _user_files().keys()}")


def _user_files() -> dict[str, str]:
    files = [path for path in _HOME.rglob("*") if path.is_file() and ".cache" not in path.parts]
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _start(title: str, *command: Path) -> None:
    """Run a program until its window of that title is shown and closed."""
    program = subprocess.Popen(_as_user(*map(str, command)), env=_ENVIRONMENT, cwd=_HOME, stderr=subprocess.DEVNULL)
    _close(_window(title))
    _require(program.wait(_PATIENCE) == 0, "the window did not end well")


def _window(title: str) -> str:
    """The window of that title, once it is on the screen."""
    return _told("xdotool", "search", "--sync", "--onlyvisible", "--limit", "1", "--name", re.escape(title))


def _close(window: str) -> None:
    """Quit as a user does, by the keyboard, and wait until the program has ended."""
    ended = os.pidfd_open(int(_told("xdotool", "getwindowpid", window)))
    try:
        _told("xdotool", "windowfocus", "--sync", window, "key", "ctrl+q")
        _require(bool(select.select([ended], [], [], _PATIENCE)[0]), "Ctrl+Q does not end the program")
    finally:
        os.close(ended)


def _require(holds: bool, text: str) -> None:  # noqa: FBT001
    if not holds:
        raise RuntimeError(text)


def _apt(*arguments: str) -> None:
    _run("apt-get", "--yes", *arguments)


def _run(*command: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=True
    )


def _as_user(*command: str) -> list[str]:
    return ["setpriv", f"--reuid={_USER}", f"--regid={_USER}", "--clear-groups", *command]


def _launch(*command: str) -> None:
    """Run a command that leaves a window behind, which would keep a pipe open."""
    nowhere = subprocess.DEVNULL
    command_line = _as_user(*command)
    subprocess.run(command_line, env=_ENVIRONMENT, cwd=_HOME, stdout=nowhere, stderr=nowhere, check=True)


def _told(*command: str) -> str:
    """What a command of the user says."""
    done = subprocess.run(
        _as_user(*command),
        env=_ENVIRONMENT,
        cwd=_HOME,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=True,
        timeout=_PATIENCE,
    )
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
