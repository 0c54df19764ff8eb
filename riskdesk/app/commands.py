"""The commands of the command line, one function each; each returns the exit status."""

import datetime
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from riskdesk.app import places, stores
from riskdesk.app.showing import register_text
from riskdesk.app.speech import language, sentence, title_of, translate
from riskdesk.desk import registers
from riskdesk.desk.session import Session
from riskdesk.desk.templates import TEMPLATES, template
from riskdesk.domain.document import to_document
from riskdesk.domain.folding import fold
from riskdesk.domain.possible import admitted
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem, NotFound
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language, PrintSet, RegisterTitle, SavedView
from riskdesk.report.epoch import source_date

_Named = TypeVar("_Named", RegisterTitle, PrintSet, SavedView)


def new(options: Namespace) -> int:
    """Make a store with a register from a template."""
    tree = template(options.template, Language(options.language or language()))
    if options.title:
        # An invalid title is refused before a file is made.
        tree = replace(tree, register=admitted(replace(tree.register, title=options.title)))
    with closing(Session.create(Path(options.file), places.who())) as session:
        session.run(registers.add(tree))
        for problem in session.warnings:
            print(sentence(problem))
    return 0


def show(options: Namespace) -> int:
    """Print a register as text, or as its register document."""
    tree, _ = chosen(options)
    print(to_document(tree) if options.json else register_text(tree), end="")
    return 0


def templates(_options: Namespace) -> int:
    """List the templates."""
    width = max(map(len, TEMPLATES))
    for name, title in TEMPLATES.items():
        print(f"{name:{width}}  {translate('Template', title)}")
    return 0


def as_of(options: Namespace) -> datetime.date:
    """The day given by `--as-of`; else the day of SOURCE_DATE_EPOCH, else today."""
    if options.as_of is None:
        moment = source_date()
        return moment.date() if moment else datetime.date.today()
    return day_of(options.as_of)


def day_of(text: str) -> datetime.date:
    """The date in a text, written as year-month-day; InputProblem if it is none."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "“{date}” is no date; write it as year-month-day, such as 2026-11-30."),
            date=text,
        ) from None


def chosen(options: Namespace) -> tuple[RegisterTree, datetime.datetime]:
    with closing(stores.reading(Path(options.file))) as session:
        register = pick(session.registers(), options.register, options.file)
        return session.tree(register.id), session.changed_at()


def called(values: Sequence[_Named], name: str, name_of: Callable[[_Named], str]) -> list[_Named]:
    """The values with that name or id; if there is none, those whose name differs in case and accents alone."""
    matches = [value for value in values if name in (name_of(value), value.id)]
    return matches or [value for value in values if fold(name_of(value)) == fold(name)]


def pick(titles: list[RegisterTitle], name: str | None, file: str, option: str = "--register") -> RegisterTitle:
    """The register with a title or id, or the only one; NotFound if there is none, or several.

    `option` is the option that names it.
    """
    fitting = titles if name is None else called(titles, name, attrgetter("title"))
    if len(fitting) == 1:
        return fitting[0]
    if not titles:
        raise NotFound(QT_TRANSLATE_NOOP("Problem", "{file} holds no register yet."), file=file)
    if not fitting:
        raise NotFound(
            QT_TRANSLATE_NOOP("Problem", "There is no such register in {file}; it holds: {titles}."),
            file=file,
            titles=", ".join(map(title_of, titles)),
        )
    raise NotFound(
        QT_TRANSLATE_NOOP("Problem", "{file} holds several registers; choose one with {option}: {titles}."),
        file=file,
        option=option,
        titles=", ".join(f"{title_of(register)} ({register.id})" for register in fitting),
    )
