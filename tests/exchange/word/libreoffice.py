"""Documents as LibreOffice sets and saves them, with the fonts of the printed page."""

import os
import subprocess
from pathlib import Path

from riskdesk.resource import resource
from tests.systems import needs_program

needs_libreoffice = needs_program("soffice", "libreoffice")
# Whatever font a document asks for: so its lines are as long as the printed ones.
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir><match target="pattern">
<edit name="family" mode="assign" binding="strong"><string>Noto Sans</string></edit></match></fontconfig>"""


def converted(folder: Path, ending: str, *paths: Path) -> list[Path]:
    """The files in another format, in a folder."""
    folder.mkdir(exist_ok=True)
    fonts = folder / "fonts.conf"
    fonts.write_text(_FONTS.format(fonts=resource("fonts"), cache=folder / "fonts"), "utf-8")
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to"]
    subprocess.run(
        [*command, ending, "--outdir", str(folder), *map(str, paths)],
        check=True,
        capture_output=True,
        timeout=300,
        env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
    )
    return [folder / f"{path.stem}.{ending}" for path in paths]
