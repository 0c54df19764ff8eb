"""The arguments of the command “import”."""

import argparse

from riskdesk.app.common_arguments import Kinds, add_file, add_json
from riskdesk.app.speech import translate


def add_import(kinds: Kinds) -> None:
    """Add the command “import”."""
    text = translate("CommandLine", "add the register in a file of Riskdesk, Word, Excel or another program")
    parser = kinds.add_parser("import", help=text, description=text)
    parser.add_argument(
        "source",
        metavar=translate("CommandLine", "SOURCE"),
        help=translate(
            "CommandLine",
            "the file to read (.docx, .xlsx, .xls, .ods, .csv, .tsv, .txt, .html, .json, or a PDF of Riskdesk)",
        ),
    )
    add_file(parser)
    parser.add_argument(
        "--into",
        metavar=translate("CommandLine", "NAME"),
        help=translate(
            "CommandLine",
            "title or id of a register that exists: take in what differs from it, and add no register",
        ),
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help=translate("CommandLine", "report what would be added or changed, and change nothing"),
    )
    _add_choices(parser)
    add_json(parser)
    parser.set_defaults(command=_take_in)


def _add_choices(parser: argparse.ArgumentParser) -> None:
    """Add the options for choices made beforehand."""
    file = translate("CommandLine", "FILE")
    parser.add_argument(
        "--map",
        metavar=file,
        help=translate(
            "CommandLine", "what columns and levels mean, as --json printed it (“mapping”) or changed by you"
        ),
    )
    parser.add_argument(
        "--answers",
        metavar=file,
        help=translate(
            "CommandLine",
            "a JSON file with answers to questions, by their ids, and with --into, “take” or “keep” by keys",
        ),
    )


def _take_in(options: argparse.Namespace) -> int:
    """Run the command; what reads files of other programs is loaded only now."""
    from riskdesk.app.importing import take_in

    return take_in(options)
