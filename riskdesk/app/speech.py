"""The texts of the command line in the user's language; for English, Qt is loaded only to translate plurals."""

import os
import sys
from functools import cache

from riskdesk.domain.language import words
from riskdesk.domain.problems import Problem
from riskdesk.domain.values import Language, Register, RegisterTitle
from riskdesk.system import named_language


@cache
def language() -> Language:
    """The first of the user's languages that Riskdesk supports, else English; the window uses the same one."""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), None)
    name = named or named_language()
    # As in gettext and Qt, LANGUAGE takes precedence over a locale other than C.
    preferred_codes = [] if name in ("C", "POSIX") else os.environ.get("LANGUAGE", "").split(":")
    spoken = (code[:2].lower() for code in (*preferred_codes, name))
    return next((Language(code) for code in spoken if code in list(Language)), Language.ENGLISH)


def translate(context: str, text: str) -> str:
    """`text` in the user's language."""
    if language() is Language.ENGLISH:
        return text
    from riskdesk.kit.translations import translate as translated

    return translated(language(), context, text)


def title_of(register: Register | RegisterTitle) -> str:
    """The title of a register; of one without a title, words that say so, in the user's language."""
    return register.title or words(language()).untitled


class Counted:
    """A translator of texts with numbers into the user's language.

    It is a class, as lupdate finds plurals only in calls of `tr`.
    """

    @staticmethod
    def tr(text: str, comment: str, number: int) -> str:
        """`text` in the form for the number, which replaces %Ln in it."""
        from riskdesk.kit.translations import translate as translated

        return translated(language(), Counted.__name__, text, comment, number)


def complain(text: str) -> None:
    """Print a problem on standard error."""
    # If standard error is closed, `print` would use standard output.
    if sys.stderr is None:
        return
    # Imported late, as the window seldom complains.
    from riskdesk.app.terminal import spelt_out

    print(spelt_out(translate("CommandLine", "riskdesk: {problem}").format(problem=text)), file=sys.stderr)


def sentence(problem: Problem) -> str:
    """The sentence of a problem in the user's language."""
    return problem.translated(translate, language())
