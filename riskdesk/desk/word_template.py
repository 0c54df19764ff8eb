"""The Word template of the user's office: a copy of it in the program's own folder, which exports follow."""

from dataclasses import dataclass
from pathlib import Path

from riskdesk.files import is_there, make_folder, write_atomically


@dataclass(frozen=True, slots=True)
class Checked:
    """What a user should know of a template: the styles that it lacks, which we add, and whether its text is kept."""

    missing: tuple[str, ...]
    keeps_text: bool


def checked(path: Path) -> Checked:
    """Check a template; FileProblem or InputProblem if it is none, or cannot be trusted."""
    from riskdesk.exchange.word import template

    found = template.read(path)
    return Checked(tuple(found.missing), found.keeps_text)


def keep(source: Path, kept: Path) -> Checked:
    """Check a template and keep a private copy of it; raises as `checked`, and FileProblem if it cannot be kept."""
    from riskdesk.exchange.json_file import content
    from riskdesk.exchange.word import template

    found = checked(source)
    make_folder(kept.parent, private=True)
    write_atomically(kept, content(source, template.LARGEST), private=True)
    return found


def kept_at(kept: Path) -> Path | None:
    """The copy, if there is one."""
    return kept if is_there(kept) else None


def forget(kept: Path) -> None:
    """Remove the copy, so that no template is followed; FileProblem if it cannot be removed."""
    from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, system_reason

    try:
        kept.unlink(missing_ok=True)
    except OSError as error:
        raise FileProblem(
            QT_TRANSLATE_NOOP("Problem", "The file {file} cannot be removed ({reason})."),
            file=kept,
            reason=system_reason(error),
        ) from None
