"""The argument parser of the command line: its commands with their arguments and help texts."""

import argparse
from collections.abc import Sequence

from riskdesk import __version__
from riskdesk.app import assessing, checking, commands, drawing, log, rescue
from riskdesk.app.common_arguments import LANGUAGES, Kinds, add_as_of, add_file, add_json, add_register
from riskdesk.app.export_arguments import add_export
from riskdesk.app.import_arguments import add_import
from riskdesk.app.list_arguments import add_list
from riskdesk.app.speech import translate


class _Parser(argparse.ArgumentParser):
    """A parser that reports what it does not know itself, so that the usage shown is that of the command.

    The last argument of “log”, which may be missing, may also come after options.
    """

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        options, rest = super().parse_known_args(args, namespace)
        # WORKAROUND: https://github.com/python/cpython/issues/59317 - the argument is left over.
        if rest and getattr(options, "item", "") is None and not rest[0].startswith("-"):
            options.item = rest.pop(0)
        if rest:
            self.error(translate("ArgumentParser", "unrecognized arguments: %s") % " ".join(rest))
        return options, rest


def parser() -> argparse.ArgumentParser:
    """The argument parser of the command line, in the user's language."""
    parser: argparse.ArgumentParser = _Parser(
        prog="riskdesk",
        usage=translate("CommandLine", "riskdesk [FILE] | riskdesk COMMAND …"),
        description=translate("CommandLine", "The risk register of a co-operation programme."),
        epilog=translate("CommandLine", "Without a command, the window opens on FILE or on your own register file."),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"Riskdesk {__version__}",
        help=translate("CommandLine", "show the version and exit"),
    )
    commands_title = translate("CommandLine", "commands")
    kinds = parser.add_subparsers(
        title=commands_title, metavar=translate("CommandLine", "COMMAND"), required=True, prog=parser.prog
    )
    _add_new(kinds)
    _add_show(kinds)
    add_list(kinds)
    add_export(kinds)
    _add_matrix(kinds)
    add_import(kinds)
    _add_templates(kinds)
    _add_check(kinds)
    _add_backups(kinds)
    _add_salvage(kinds)
    _add_merge(kinds)
    _add_assess(kinds)
    _add_log(kinds)
    return parser


def _add_new(kinds: Kinds) -> None:
    text = translate("CommandLine", "make a register file with a new register")
    parser = kinds.add_parser("new", help=text, description=text)
    add_file(parser)
    parser.add_argument(
        "--template",
        metavar=translate("CommandLine", "TEMPLATE"),
        default="blank",
        help=translate("CommandLine", "blank, coe or kazakhstan-2024-2027"),
    )
    parser.add_argument("--language", choices=LANGUAGES, help=translate("CommandLine", "language of the register"))
    parser.add_argument(
        "--title",
        metavar=translate("CommandLine", "TITLE"),
        help=translate("CommandLine", "title of the register"),
    )
    parser.set_defaults(command=commands.new)


def _add_show(kinds: Kinds) -> None:
    text = translate("CommandLine", "show a register as text")
    parser = kinds.add_parser("show", help=text, description=text)
    add_file(parser)
    add_register(parser)
    add_json(parser)
    parser.set_defaults(command=commands.show)


def _add_matrix(kinds: Kinds) -> None:
    text = translate("CommandLine", "write the matrix of a register as a picture, SVG or PNG by the ending of OUT")
    parser = kinds.add_parser("matrix", help=text, description=text)
    add_file(parser)
    drawing.add_arguments(parser)
    add_register(parser)
    parser.set_defaults(command=drawing.matrix)


def _add_templates(kinds: Kinds) -> None:
    text = translate("CommandLine", "list the templates of a new register")
    kinds.add_parser("templates", help=text, description=text).set_defaults(command=commands.templates)


def _add_check(kinds: Kinds) -> None:
    text = translate("CommandLine", "check a register file for damage, then its registers for gaps")
    parser = kinds.add_parser("check", help=text, description=text)
    add_file(parser)
    parser.add_argument("--strict", action="store_true", help=translate("CommandLine", "exit with 1 if there are gaps"))
    add_json(parser)
    parser.add_argument(
        "--repair",
        action="store_true",
        help=translate("CommandLine", "first repair the file from its change history"),
    )
    add_as_of(parser)
    parser.set_defaults(command=checking.check)


def _add_backups(kinds: Kinds) -> None:
    text = translate("CommandLine", "back up a register file, beside the backups that Riskdesk makes by itself")
    parser = kinds.add_parser("backup", help=text, description=text)
    add_file(parser)
    parser.set_defaults(command=rescue.backup)
    text = translate("CommandLine", "list the backups of a register file, or restore one as a new file")
    parser = kinds.add_parser("restore", help=text, description=text)
    add_file(parser)
    parser.add_argument(
        "number",
        metavar=translate("CommandLine", "NUMBER"),
        nargs="?",
        type=int,
        help=translate("CommandLine", "which one, as the list counts"),
    )
    parser.add_argument(
        "new",
        metavar=translate("CommandLine", "NEW"),
        nargs="?",
        help=translate("CommandLine", "the register file to make"),
    )
    parser.set_defaults(command=rescue.restore)


def _add_salvage(kinds: Kinds) -> None:
    text = translate(
        "CommandLine", "recover what is left of a damaged register file into a new one, and report what was recovered"
    )
    parser = kinds.add_parser("salvage", help=text, description=text)
    add_file(parser)
    parser.add_argument(
        "new", metavar=translate("CommandLine", "NEW"), help=translate("CommandLine", "the register file to make")
    )
    parser.set_defaults(command=rescue.salvage)


def _add_merge(kinds: Kinds) -> None:
    text = translate("CommandLine", "merge into a register file the changes made in a copy of it")
    parser = kinds.add_parser("merge", help=text, description=text)
    add_file(parser)
    parser.add_argument(
        "copy",
        metavar=translate("CommandLine", "COPY"),
        help=translate("CommandLine", "the copy (*.riskdesk), which stays as it is"),
    )
    parser.add_argument(
        "--prefer",
        choices=["mine", "theirs"],
        help=translate(
            "CommandLine",
            "which value to keep where both were changed: that of the register file (mine) or of the copy (theirs)",
        ),
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help=translate("CommandLine", "report what would be added or changed, and change nothing"),
    )
    parser.set_defaults(command=rescue.merge)


def _add_assess(kinds: Kinds) -> None:
    text = translate("CommandLine", "assess a risk")
    parser = kinds.add_parser("assess", help=text, description=text)
    add_file(parser)
    assessing.add_arguments(parser)
    add_register(parser)
    parser.set_defaults(command=assessing.assess)


def _add_log(kinds: Kinds) -> None:
    text = translate("CommandLine", "tell what happened in a register, or to one of its risks, newest first")
    parser = kinds.add_parser("log", help=text, description=text)
    add_file(parser)
    log.add_arguments(parser)
    add_register(parser)
    parser.set_defaults(command=log.log)
