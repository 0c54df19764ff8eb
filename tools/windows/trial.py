"""Try the Windows packages under Wine, as a user and an administrator would; one line a thing, 1 if one failed."""

import hashlib
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from riskdesk import __version__
from tools.windows import build
from tools.windows.python import ROOT
from tools.windows.screen import PATIENCE, Screen, screen
from tools.windows.wine import Done, Wine, windows_path

FOLDER = ROOT / "build" / "wine" / "trial"
NEWER = "99.0.0"
RUNS, ABORTED = 5, 2
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Riskdesk"
BUILT_IN = ("longPathAware", "activeCodePage", "PerMonitorV2")


class Trial:
    """What was tried so far on one Windows with a screen."""

    def __init__(self, wine: Wine, screen: Screen) -> None:
        self.wine = wine
        self.failed = 0
        self._screen = screen
        local = wine.user / "AppData" / "Local"
        self.data = local / "Riskdesk"
        self.program = local / "Programs" / "Riskdesk"

    def tell(self, check: str, holds: bool, otherwise: object = "") -> None:  # noqa: FBT001
        """Print how one thing went."""
        self.failed += not holds
        print(f"passed: {check}" if holds else f"failed: {check}: {otherwise}", flush=True)

    def ends(self, check: str, done: Done, status: int = 0, says: str = "") -> None:
        """A program ended with a status, and said something."""
        self.tell(check, done.status == status and says in done.output, done)

    def speak(self, program: Path, *arguments: str | Path) -> Done:
        """Run the command line of the program in a folder."""
        return self.wine.run(program / "riskdesk-cli.exe", *arguments)

    def registry(self, root: str, key: str, value: str = "") -> str:
        """A value of the registry; empty if there is none."""
        done = self.wine.run("reg", "query", f"{root}\\{key}", *(("/v", value) if value else ("/ve",)))
        return done.output.strip().rpartition("REG_SZ")[2].strip() if done.status == 0 else ""

    def user_files(self, store: Path) -> list[str]:
        """Name and checksum of all that is the user's: own store, backups, settings, log, and a store elsewhere."""
        files = [store, *(path for path in sorted(self.data.rglob("*")) if path.is_file())]
        return [f"{path} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files]

    def uninstall(self, program: Path) -> None:
        """Remove a program silently; it goes on from a copy of itself, which is waited for."""
        self.wine.run(program / "uninstall.exe", "/S")
        self.wine.settle()

    @contextmanager
    def window(self, check: str, program: Path, title: str, *arguments: str | Path) -> Iterator[None]:
        """Let the window of the program in a folder be seen meanwhile, and close it by its keys."""
        running = self.wine.start(program / "riskdesk.exe", *arguments)
        number = self._screen.window(title)
        self.tell(f"{check}: the window shows", number != "")
        try:
            yield
            if number:
                self._screen.press(number, "ctrl+q")
            status = _ended(running)
            self.tell(f"{check}: Ctrl+Q ends it", status == 0, status)
        finally:
            running.kill()


def _ended(running: "subprocess.Popen[str]") -> int | str:
    try:
        return running.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        return "it goes on"


def try_folder(trial: Trial) -> None:
    """The programs in the folder carry what Windows looks for in them."""
    version = f"ProductVersion\0{__version__}\0".encode("utf-16-le")
    for name in ("riskdesk.exe", "riskdesk-cli.exe"):
        content = (build.FOLDER / name).read_bytes()
        trial.tell(f"{name} has the version {__version__}", version in content)
        missing = [text for text in BUILT_IN if text.encode() not in content]
        trial.tell(f"{name} has the manifest", not missing, missing)


def try_installer(trial: Trial) -> None:
    """For one user: install, use, refuse while it runs, upgrade, uninstall; the data stay as they are."""
    wine, program = trial.wine, trial.program
    trial.ends("setup /S", wine.run(build.INSTALLER, "/S"))
    trial.ends("--version", trial.speak(program, "--version"), says=f"Riskdesk {__version__}")
    trial.ends("--selftest", trial.speak(program, "--selftest"), says=", 0 failed")
    trial.tell("it is in the Start menu", (wine.menu / "Riskdesk.lnk").exists())
    store, out = wine.user / "Élan 1.riskdesk", wine.user / "Élan 1.pdf"
    trial.ends("new", trial.speak(program, "new", store, "--template", "coe"))
    trial.ends("export", trial.speak(program, "export", store, out))
    trial.tell("the PDF is one", out.exists() and out.read_bytes().startswith(b"%PDF"))
    kind = trial.registry("HKCU", r"Software\Classes\.riskdesk")
    command = trial.registry("HKCU", rf"Software\Classes\{kind}\shell\open\command")
    trial.tell("Windows is told what opens a file", command.endswith(r'\Programs\Riskdesk\riskdesk.exe" "%1"'), command)
    with trial.window("with a file", program, "Élan 1", store):
        pass
    with trial.window("with the own store", program, "My register file"):
        trial.ends("setup /S refuses while it runs", wine.run(build.INSTALLER, "/S"), RUNS)
        done = wine.run(program / "uninstall.exe", "/S", f"_?={windows_path(program)}")
        trial.ends("uninstall /S refuses while it runs", done, RUNS)
    left = [path.name for path in wine.user.rglob(".~*")]
    trial.tell("no lock is left", not left, left)
    try_upgrade(trial, store)


def try_upgrade(trial: Trial, store: Path) -> None:
    """A newer version over the one that is there, then its end."""
    wine, program = trial.wine, trial.program
    before = trial.user_files(store)
    lacking = [name for name in ("registers.riskdesk", "backups", "settings.json") if not (trial.data / name).exists()]
    trial.tell("there are data to keep", not lacking, lacking)
    newer = build.WORK / "newer-setup.exe"
    build.make_installer(newer, NEWER, "-DQUICK")
    (program / "_internal" / "of-the-old-version.dll").touch()
    trial.ends("setup /S of a newer version", wine.run(newer, "/S"))
    trial.tell("nothing of the old one is left", not (program / "_internal" / "of-the-old-version.dll").exists())
    version = trial.registry("HKCU", UNINSTALL, "DisplayVersion")
    trial.tell("Windows shows the newer version", version == NEWER, version)
    trial.ends("a store of before opens", trial.speak(program, "check", store))
    trial.tell("the data are the same after the upgrade", before == trial.user_files(store))
    trial.uninstall(program)
    trial.tell("uninstall /S removes the program", not program.exists(), list(program.glob("*")))
    trial.tell("it is not in the Start menu", not (wine.menu / "Riskdesk.lnk").exists())
    keys = ("Software\\Riskdesk", UNINSTALL, "Software\\Classes\\riskdesk.store", "Software\\Classes\\.riskdesk")
    left = [key for key in keys if wine.run("reg", "query", f"HKCU\\{key}").status == 0]
    trial.tell("nothing is left in the registry", not left, left)
    trial.tell("the data are the same after uninstalling", before == trial.user_files(store))


def try_folders(trial: Trial) -> None:
    """Other folders: one that is named, one that cannot be made, and that of all users."""
    wine = trial.wine
    own = wine.drive / "Mes programmes é" / "Riskdesk"
    trial.ends("setup /S /D=FOLDER", wine.run(build.INSTALLER, "/S", *_into(own)))
    trial.ends("it speaks from there", trial.speak(own, "--version"), says=__version__)
    trial.uninstall(own)
    trial.tell("uninstall /S removes it there", not own.exists())
    own.mkdir(parents=True)
    (own / "_internal").touch()
    trial.ends("setup /S ends where it cannot write", wine.run(build.INSTALLER, "/S", *_into(own)), ABORTED)
    everybody = wine.drive / "Program Files" / "Riskdesk"
    trial.ends("setup /S /AllUsers", wine.run(build.INSTALLER, "/S", "/AllUsers"))
    trial.ends("it speaks from Program Files", trial.speak(everybody, "--version"), says=__version__)
    menu = wine.drive / "ProgramData" / "Microsoft" / "Windows" / "Start Menu" / "Programs" / "Riskdesk.lnk"
    version = trial.registry("HKLM", UNINSTALL, "DisplayVersion")
    trial.tell("all users have it", menu.exists() and version == __version__, (menu.exists(), version))
    trial.uninstall(everybody)
    left = trial.registry("HKLM", UNINSTALL, "DisplayVersion")
    trial.tell("uninstall /S removes it for all", not everybody.exists() and not menu.exists() and not left)


def try_portable(trial: Trial) -> None:
    """The zip: all that is the user's own stays beside the program."""
    place = trial.wine.drive / "stick"
    with zipfile.ZipFile(build.PORTABLE) as archive:
        archive.extractall(place)
    program, before = place / "Riskdesk", sorted(trial.wine.user.rglob("*"))
    with trial.window("portable", program, "My register file"):
        pass
    trial.tell("the own store lies beside the program", (program / "data" / "registers.riskdesk").exists())
    trial.tell("and nothing of it in the profile", sorted(trial.wine.user.rglob("*")) == before)


def _into(folder: Path) -> list[str]:
    """How the installer is told a folder: not between quotes, whatever is in its name."""
    return f"/D={windows_path(folder)}".split(" ")


def main() -> int:
    """Try everything; returns the exit status."""
    with screen() as unseen:
        wine = Wine(FOLDER, unseen)
        wine.make()
        trial = Trial(wine, unseen)
        try:
            for part in (try_folder, try_installer, try_folders, try_portable):
                part(trial)
        finally:
            wine.close()
    print(f"{trial.failed} failed" if trial.failed else "all passed")
    return 1 if trial.failed else 0


if __name__ == "__main__":
    sys.exit(main())
