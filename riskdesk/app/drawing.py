"""The command that draws a matrix; Qt is loaded only if a picture is wanted, and needs no screen."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from riskdesk.app.commands import chosen
from riskdesk.app.common_arguments import LANGUAGES
from riskdesk.app.speech import translate
from riskdesk.desk import registers, transfer
from riskdesk.domain.matrix import board_of
from riskdesk.domain.printing import Sides
from riskdesk.domain.values import Language

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command besides the register."""
    parser.add_argument(
        "out",
        metavar=translate("CommandLine", "OUT"),
        help=translate("CommandLine", "the file to write (.svg or .png)"),
    )
    parser.add_argument(
        "--kind",
        choices=[sides.value for sides in Sides],
        default=Sides.INHERENT.value,
        help=translate("CommandLine", "risks as assessed before mitigation, after it, or both with arrows"),
    )
    parser.add_argument("--ended", action="store_true", help=translate("CommandLine", "with closed and rejected risks"))
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        help=translate("CommandLine", "language of the printed words"),
    )


def matrix(options: Namespace) -> int:
    """Write the matrix of a register as a picture."""
    out = Path(options.out)
    transfer.require_picture(out)
    tree, _ = chosen(options)
    register = tree.register
    if options.language:
        register = registers.in_language(register, Language(options.language))
    application = _without_screen()
    from riskdesk.ui.views.matrix.picture_files import WRITERS, picture_of

    picture = picture_of(board_of(tree, Sides(options.kind), ended=options.ended), register)
    transfer.write_picture(out, WRITERS[out.suffix.lower()](picture))
    del application
    return 0


def _without_screen() -> "QGuiApplication":
    """The application that Qt's fonts need, made without a screen, as there may be none."""
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance()
    if isinstance(application, QGuiApplication):
        return application
    with _unicode():
        return QGuiApplication(["riskdesk", "-platform", "offscreen"])


@contextmanager
def _unicode() -> Iterator[None]:
    """Set a locale with Unicode in this block; Qt warns about others, such as that of a scheduled job."""
    before = os.environ.get("LC_ALL")
    os.environ["LC_ALL"] = "C.UTF-8"
    try:
        yield
    finally:
        if before is None:
            del os.environ["LC_ALL"]
        else:
            os.environ["LC_ALL"] = before
