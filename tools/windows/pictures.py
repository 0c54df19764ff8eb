"""Take the pictures of the installer for the docs, in both languages: `python -m tools.windows.pictures`.

The installer has to be built; French needs Debian's package locales.
"""

import os
import subprocess
import time

from PIL import Image

from tools.windows import build
from tools.windows.python import ROOT
from tools.windows.screen import PATIENCE, Screen, screen
from tools.windows.wine import Wine

PICTURES = ROOT / "docs" / "pictures"
LOCALES = ROOT / "build" / "locales"
# In seconds, until a page is drawn.
SETTLING = 4
LANGUAGES = {"en": "C.UTF-8", "fr": "fr_FR.UTF-8"}


def main() -> None:
    """Go through the installer in each language."""
    LOCALES.mkdir(parents=True, exist_ok=True)
    subprocess.run(["localedef", "-i", "fr_FR", "-f", "UTF-8", LOCALES / "fr_FR.UTF-8"], check=True)
    os.environ["LOCPATH"] = str(LOCALES)
    with screen() as unseen:
        for language, locale in LANGUAGES.items():
            wine = Wine(ROOT / "build" / "wine" / "pictures", unseen, locale)
            wine.make()
            try:
                _go_through(wine, unseen, language)
            finally:
                wine.close()


def _go_through(wine: Wine, unseen: Screen, language: str) -> None:
    running = wine.start(build.INSTALLER)
    window = unseen.window("Riskdesk")
    _take(unseen, f"setup-folder-{language}")
    unseen.press(window, "Return")
    end = time.monotonic() + PATIENCE
    while not (wine.menu / "Riskdesk.lnk").exists() and time.monotonic() < end:
        time.sleep(1)
    _take(unseen, f"setup-finish-{language}")
    running.kill()


def _take(unseen: Screen, name: str) -> None:
    time.sleep(SETTLING)
    unseen.picture().quantize(256, dither=Image.Dither.NONE).save(PICTURES / f"{name}.png", optimize=True)
    print(f"{name}.png")


if __name__ == "__main__":
    main()
