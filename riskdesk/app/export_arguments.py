"""The arguments of the command “export”."""

import argparse

from riskdesk.app.common_arguments import LANGUAGES, Kinds, add_as_of, add_file, add_register
from riskdesk.app.exporting import export
from riskdesk.app.speech import translate
from riskdesk.desk.formats import FORMATS
from riskdesk.domain.layouts import Layout
from riskdesk.domain.printing import Orientation, Paper

_LAYOUTS = [layout.value for layout in Layout]


def add_export(kinds: Kinds) -> None:
    """Add the command “export”."""
    text = translate("CommandLine", "write a register to a file, whose ending says the format")
    parser = kinds.add_parser("export", help=text, description=text)
    add_file(parser)
    parser.add_argument(
        "out",
        metavar=translate("CommandLine", "OUT"),
        help=translate("CommandLine", "the file to write ({endings})").format(endings=", ".join(FORMATS)),
    )
    add_register(parser)
    _add_what(parser)
    _add_how(parser)
    parser.add_argument(
        "--attach",
        action=argparse.BooleanOptionalAction,
        help=translate(
            "CommandLine",
            "with or without the register inside the PDF; if neither is given, a handling mark other than “Internal”"
            " keeps it out of all documents but the appendix, which has no more inside than it prints",
        ),
    )
    add_as_of(parser)
    parser.set_defaults(command=export)


def _add_what(parser: argparse.ArgumentParser) -> None:
    """Add the options for the layout and its content, and for a document to take styles from."""
    name = translate("CommandLine", "NAME")
    parser.add_argument(
        "--layout",
        # The older name, from when there were only printed documents.
        "--kind",
        dest="layout",
        choices=_LAYOUTS,
        metavar=name,
        help=translate(
            "CommandLine",
            "what is written, of what the format has: {names}; of the printed documents, the appendix has no"
            " assessments, the others have",
        ).format(names=", ".join(_LAYOUTS)),
    )
    parser.add_argument(
        "--view", metavar=name, help=translate("CommandLine", "the list as a view saved in the register shows it")
    )
    parser.add_argument(
        "--print-set",
        metavar=name,
        help=translate("CommandLine", "with print settings saved in the register; other options override them"),
    )
    parser.add_argument(
        "--template",
        metavar=translate("CommandLine", "FILE"),
        help=translate("CommandLine", "a Word document whose styles, header and footer are taken"),
    )


def _add_how(parser: argparse.ArgumentParser) -> None:
    """Add the options for columns, rows, paper and language."""
    parser.add_argument(
        "--columns",
        metavar=translate("CommandLine", "NAMES"),
        help=translate("CommandLine", "columns of the working register, with commas"),
    )
    parser.add_argument(
        "--ended",
        action="store_true",
        help=translate("CommandLine", "with closed and rejected risks, which only the working register has otherwise"),
    )
    parser.add_argument(
        "--paper",
        choices=[paper.value for paper in Paper],
        help=translate("CommandLine", "paper size"),
    )
    parser.add_argument(
        "--orientation",
        choices=[orientation.value for orientation in Orientation],
        help=translate("CommandLine", "orientation of the paper"),
    )
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        help=translate("CommandLine", "language of the printed words"),
    )
