"""The arguments of the command “list”."""

import argparse

from riskdesk.app.common_arguments import Kinds, add_as_of, add_file, add_json, add_register
from riskdesk.app.speech import translate


def add_list(kinds: Kinds) -> None:
    """Add the command “list”."""
    text = translate("CommandLine", "list the risks of a register, or its mitigations, as a table")
    parser = kinds.add_parser("list", help=text, description=text)
    add_file(parser)
    add_register(parser)
    parser.add_argument(
        "--mitigations", action="store_true", help=translate("CommandLine", "list mitigations instead of risks")
    )
    _add_how(parser)
    form = parser.add_mutually_exclusive_group()
    add_json(form)
    form.add_argument("--csv", action="store_true", help=translate("CommandLine", "as CSV, for spreadsheets"))
    add_as_of(parser)
    parser.set_defaults(command=_show_list)


def _add_how(parser: argparse.ArgumentParser) -> None:
    """Add the options for columns, order, filters and groups."""
    names = translate("CommandLine", "NAMES")
    parser.add_argument(
        "--columns", metavar=names, help=translate("CommandLine", "the fields to show, with commas between them")
    )
    parser.add_argument(
        "--sort",
        metavar=names,
        help=translate(
            "CommandLine", "the fields to sort by, with commas; “-” before one descends: --sort=-band,owner"
        ),
    )
    parser.add_argument(
        "--filter",
        action="append",
        metavar=translate("CommandLine", "FIELD=VALUE"),
        help=translate(
            "CommandLine",
            "only rows with this value, such as owner=Anna, due=overdue, assessed=no, text=staff; may be given several"
            " times",
        ),
    )
    parser.add_argument(
        "--group",
        metavar=translate("CommandLine", "FIELD"),
        help=translate("CommandLine", "in groups by category, owner or band"),
    )


def _show_list(options: argparse.Namespace) -> int:
    # The modules for lists are loaded for this command alone.
    from riskdesk.app.listing import show_list

    return show_list(options)
