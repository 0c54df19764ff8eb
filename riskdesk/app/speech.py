"""What the command line says, in the user's language; for English, Qt is loaded only where something is counted."""

import os
import sys
from functools import cache

from riskdesk.domain.problems import Problem
from riskdesk.domain.values import Language


@cache
def language() -> Language:
    """The first of the languages of the user's system that Riskdesk speaks, else English; the window has the same."""
    # Imported late: the window asks Qt.
    import locale

    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), None)
    name = named or locale.getlocale()[0] or ""
    # As gettext and Qt have it, a list of languages goes before a locale, but for that of scripts.
    preferred_codes = [] if name in ("C", "POSIX") else os.environ.get("LANGUAGE", "").split(":")
    spoken = (code[:2].lower() for code in (*preferred_codes, name))
    return next((Language(code) for code in spoken if code in list(Language)), Language.ENGLISH)


def translate(context: str, text: str) -> str:
    """`text` in the user's language."""
    if language() is Language.ENGLISH:
        return text
    from riskdesk.kit.translations import translate as translated

    return translated(language(), context, text)


class Counted:
    """A translator of what is counted, in the user's language.

    It is a class, as lupdate finds the plurals of `tr` alone.
    """

    @staticmethod
    def tr(text: str, comment: str, number: int) -> str:
        """`text` in the form for the number, which stands for the %Ln in it."""
        from riskdesk.kit.translations import translate as translated

        return translated(language(), Counted.__name__, text, comment, number)


def complain(text: str) -> None:
    """Say on standard error what went wrong."""
    # Python would print on standard output what is for one that is closed.
    if sys.stderr is None:
        return
    print(translate("CommandLine", "riskdesk: {problem}").format(problem=text), file=sys.stderr)


def sentence(problem: Problem) -> str:
    """What a problem says, in the user's language."""
    return problem.translated(translate, language())
