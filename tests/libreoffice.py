"""Files as LibreOffice saves them."""

import atexit
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from riskdesk.resource import resource
from tests.systems import needs_program

needs_libreoffice = needs_program("soffice", "libreoffice")
# Whatever font a document asks for: so its lines are as long as the printed ones.
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir><match target="pattern">
<edit name="family" mode="assign" binding="strong"><string>Noto Sans</string></edit></match></fontconfig>"""


@cache
def _own() -> Path:
    """The folder of what LibreOffice lays out for its user as it first starts: one for all tests of a process."""
    folder = Path(tempfile.mkdtemp(prefix="libreoffice-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "fonts.conf").write_text(_FONTS.format(fonts=resource("fonts"), cache=folder / "fonts"), "utf-8")
    return folder


def converted(
    folder: Path, ending: str, *paths: Path, options: tuple[str, ...] = (), fonts: bool = False
) -> list[Path]:
    """The files in another format, in a folder; `fonts` sets them in those of the printed page.

    What LibreOffice calls a format may follow its ending after a colon.
    """
    command = ["soffice", f"-env:UserInstallation={(_own() / 'user').as_uri()}", "--headless", *options]
    environment = {**os.environ, "FONTCONFIG_FILE": str(_own() / "fonts.conf")} if fonts else None
    subprocess.run(
        [*command, "--convert-to", ending, "--outdir", str(folder), *map(str, paths)],
        check=True,
        capture_output=True,
        timeout=300,
        env=environment,
    )
    return [folder / f"{path.stem}.{ending.partition(':')[0]}" for path in paths]
