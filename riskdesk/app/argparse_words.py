"""The texts of argparse itself, in the user's language."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from riskdesk.app.speech import translate
from riskdesk.domain.problems import QT_TRANSLATE_NOOP

# Texts that users may see; all others are about mistakes in our code.
WORDS = (
    QT_TRANSLATE_NOOP("ArgumentParser", "usage: "),
    QT_TRANSLATE_NOOP("ArgumentParser", "positional arguments"),
    QT_TRANSLATE_NOOP("ArgumentParser", "options"),
    QT_TRANSLATE_NOOP("ArgumentParser", "%(heading)s:"),
    QT_TRANSLATE_NOOP("ArgumentParser", "show this help message and exit"),
    QT_TRANSLATE_NOOP("ArgumentParser", "%(prog)s: error: %(message)s\n"),
    QT_TRANSLATE_NOOP("ArgumentParser", "argument %(argument_name)s: %(message)s"),
    QT_TRANSLATE_NOOP("ArgumentParser", "the following arguments are required: %s"),
    QT_TRANSLATE_NOOP("ArgumentParser", "unrecognized arguments: %s"),
    QT_TRANSLATE_NOOP("ArgumentParser", "ambiguous option: %(option)s could match %(matches)s"),
    QT_TRANSLATE_NOOP("ArgumentParser", "invalid choice: %(value)r (choose from %(choices)s)"),
    QT_TRANSLATE_NOOP("ArgumentParser", "invalid %(type)s value: %(value)r"),
    QT_TRANSLATE_NOOP("ArgumentParser", "ignored explicit argument %r"),
    QT_TRANSLATE_NOOP("ArgumentParser", "expected one argument"),
    QT_TRANSLATE_NOOP("ArgumentParser", "expected at most one argument"),
    QT_TRANSLATE_NOOP("ArgumentParser", "not allowed with argument %s"),
)


@contextmanager
def translated() -> Iterator[None]:
    """Translate argparse's texts in this block: it looks them up by gettext's `_`, which is replaced by ours."""
    theirs = vars(argparse)["_"]
    vars(argparse)["_"] = _gettext
    try:
        yield
    finally:
        vars(argparse)["_"] = theirs


def _gettext(text: str) -> str:
    return translate("ArgumentParser", text)
