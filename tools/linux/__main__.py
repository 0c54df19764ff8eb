"""Make and try the packages of dist/riskdesk: `python -m tools.linux`."""

import os
import subprocess
import sys
from pathlib import Path

from tools import archive, checksums, licences, sbom
from tools.linux import deb, trial

DIST = Path(__file__).resolve().parent.parent.parent / "dist"
BUNDLE = DIST / "riskdesk"


def main() -> None:
    """Leave .deb, .tar.gz, SBOM and checksums in dist/, and end with an error where one of them does not work."""
    parts = licences.bundled(BUNDLE)
    licences.collect(BUNDLE, parts)
    subprocess.run([BUNDLE / "riskdesk", "--selftest"], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, check=True)
    packages = deb.build(BUNDLE, DIST), archive.build(BUNDLE, DIST)
    sbom.write(parts, DIST)
    checksums.write(DIST)
    for path in packages:
        print(f"{path.relative_to(DIST.parent)}: {path.stat().st_size / 1e6:.1f} MB")
    sys.exit(trial.main(*packages))


if __name__ == "__main__":
    main()
