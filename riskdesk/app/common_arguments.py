"""Arguments that several commands of the command line have in common."""

import argparse
from typing import TypeAlias

from riskdesk.app.speech import translate
from riskdesk.domain.values import Language

Kinds: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
LANGUAGES = [language.value for language in Language]


def add_file(parser: argparse.ArgumentParser) -> None:
    """Add the argument for the register file."""
    parser.add_argument(
        "file", metavar=translate("CommandLine", "FILE"), help=translate("CommandLine", "a register file (*.riskdesk)")
    )


def add_register(parser: argparse.ArgumentParser) -> None:
    """Add the option for the register in the file."""
    parser.add_argument(
        "--register",
        metavar=translate("CommandLine", "NAME"),
        help=translate("CommandLine", "title or id, where there are several registers"),
    )


def add_as_of(parser: argparse.ArgumentParser) -> None:
    """Add the option for a day that is used instead of today."""
    parser.add_argument(
        "--as-of",
        metavar=translate("CommandLine", "DATE"),
        help=translate(
            "CommandLine",
            "as of this date, such as 2026-11-30, instead of today: what is overdue, which reviews are due",
        ),
    )


def add_json(parser: argparse.ArgumentParser | argparse._MutuallyExclusiveGroup) -> None:
    """Add the option to print JSON instead of text."""
    parser.add_argument("--json", action="store_true", help=translate("CommandLine", "as JSON, for other programs"))
