"""The package for Debian, Ubuntu and their kin."""

import email.utils
import hashlib
import os
import subprocess
import tempfile
from pathlib import Path

from riskdesk import __version__
from tools import times
from tools.linux import libraries, tree

_MAINTAINER = "The makers of Riskdesk <packages@riskdesk.invalid>"
_CONTROL = """Package: riskdesk
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: desktop-file-utils, shared-mime-info, xdg-utils
Section: misc
Priority: optional
Description: risk register of a co-operation programme
 Riskdesk keeps the risk register of a co-operation programme and prints it as
 the appendix of the programme document. You edit the register as it will be
 printed; every action is saved when it is done, and nothing is lost. There is a
 command line for scripts and for machines without a screen.
 .
 The package brings its own Python and Qt, and needs no network.
"""
_COPYRIGHT = """Riskdesk is free software under the Apache License 2.0; see /usr/share/common-licenses/Apache-2.0.

Copyright 2026 the Riskdesk contributors

The package bundles parts that others wrote, among them Qt and PySide6, which may be replaced, under the GNU Lesser
General Public License 3. /usr/lib/riskdesk/THIRD-PARTY-LICENCES names all of them, with licence, source and all texts.
"""
_CHANGES = """riskdesk ({version}) stable; urgency=medium

  * What changed is told in CHANGELOG.md of the source.

 -- {maintainer}  {date}
"""


def build(bundle: Path, out: Path) -> Path:
    """Make the package of a bundle in the folder `out`."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "root")
        tree.lay(bundle, root)
        _document(root / "usr/share/doc/riskdesk")
        _settle(root)
        _control(bundle, root)
        return pack(root, out)


def pack(root: Path, out: Path, compression: str = "xz") -> Path:
    """Pack files that lie as on a system, beside the folder DEBIAN."""
    lines = (root / "DEBIAN/control").read_text(encoding="utf-8").splitlines()
    fields = dict(line.split(": ", 1) for line in lines if ": " in line)
    path = out / f"riskdesk_{fields['Version']}_{fields['Architecture']}.deb"
    command = ["dpkg-deb", "--root-owner-group", f"-Z{compression}", "--build", str(root), str(path)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(times.of_source())}
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return path


def _document(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "copyright").write_text(_COPYRIGHT, encoding="utf-8")
    date = email.utils.formatdate(times.of_source())
    changes = _CHANGES.format(version=__version__, maintainer=_MAINTAINER, date=date)
    tree.write_packed(folder / "changelog.gz", changes.encode())


def _settle(root: Path) -> None:
    """Give all files the rights that files of a system have, whatever those of this user are."""
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or path == root / "usr/lib/riskdesk/riskdesk"
            path.chmod(0o755 if runs else 0o644)


def _control(bundle: Path, root: Path) -> None:
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    control = root / "DEBIAN"
    control.mkdir()
    command = ["dpkg", "--print-architecture"]
    text = _CONTROL.format(
        version=__version__,
        architecture=subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip(),
        maintainer=_MAINTAINER,
        size=sum(path.stat().st_size for path in files) // 1024,
        depends=", ".join(libraries.dependencies(bundle)),
    )
    (control / "control").write_text(text, encoding="utf-8")
    sums = [f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in files]
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")
