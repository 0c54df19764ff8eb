"""The Word template of the user's office, of which Riskdesk keeps a copy that exports use."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from riskdesk.files import is_there, make_folder, write_atomically
from riskdesk.system import patiently


@dataclass(frozen=True, slots=True)
class Checked:
    """The result of checking a Word template: missing styles, which exports add, and whether its text is kept."""

    missing: tuple[str, ...]
    keeps_text: bool


def checked(path: Path) -> Checked:
    """Check a template; FileProblem or InputProblem if it is none, or is not safe."""
    from riskdesk.exchange.word import template

    word_template = template.read(path)
    return Checked(tuple(word_template.missing), word_template.keeps_text)


def keep(source: Path, copy_path: Path) -> Checked:
    """Check a template and keep a private copy of it; raises as `checked`, and FileProblem if it cannot be kept."""
    from riskdesk.exchange.file_content import content
    from riskdesk.exchange.word import template

    outcome = checked(source)
    make_folder(copy_path.parent, private=True)
    write_atomically(copy_path, content(source, template.LARGEST), private=True)
    return outcome


def kept_at(copy_path: Path) -> Path | None:
    """The path of the copy, if there is one."""
    return copy_path if is_there(copy_path) else None


def forget(copy_path: Path) -> None:
    """Remove the copy, so that no template is used; FileProblem if it cannot be removed."""
    from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, system_reason

    try:
        patiently(partial(copy_path.unlink, missing_ok=True))
    except OSError as error:
        raise FileProblem(
            QT_TRANSLATE_NOOP("Problem", "The file {file} cannot be removed ({reason})."),
            file=copy_path,
            reason=system_reason(error),
        ) from None
