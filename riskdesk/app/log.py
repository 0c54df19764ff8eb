"""The command that prints the history of a register or of one of its items, the newest step first."""

import argparse
import datetime
import json
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from riskdesk.app import stores
from riskdesk.app.commands import day_of, pick
from riskdesk.app.common_arguments import add_json
from riskdesk.app.speech import Counted, language, translate
from riskdesk.desk import history
from riskdesk.desk.item_names import Names
from riskdesk.desk.session import Session
from riskdesk.domain.folding import fold
from riskdesk.domain.history import Event, StepCriteria, events
from riskdesk.domain.language import words
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, NotFound
from riskdesk.domain.references import is_reference
from riskdesk.domain.side_by_side import side_by_side
from riskdesk.domain.step import LATEST, Step
from riskdesk.domain.story import Story, StoryLine
from riskdesk.domain.telling import Telling
from riskdesk.domain.tree import RegisterTree

_MOST_LINES = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command besides the file and the register."""
    parser.add_argument(
        "item",
        nargs="?",
        metavar=translate("CommandLine", "RISK"),
        help=translate(
            "CommandLine", "the reference of a risk, or the id of any item; without one, the whole register"
        ),
    )
    parser.add_argument(
        "--since",
        metavar=translate("CommandLine", "DATE"),
        help=translate("CommandLine", "only what was done from this date on, such as 2026-11-30"),
    )
    parser.add_argument(
        "--who", metavar=translate("CommandLine", "NAME"), help=translate("CommandLine", "only what this person did")
    )
    add_json(parser)


def log(options: Namespace) -> int:
    """Print the history, newest step first."""
    since = None if options.since is None else day_of(options.since)
    with closing(stores.reading(Path(options.file))) as session:
        register = pick(session.registers(), options.register, options.file)
        tree = session.tree(register.id)
        item = None if options.item is None else _item(session, tree, options.item)
        steps = _steps(session, register.id, item, since, _person(session, register.id, options.who))
        if options.json:
            _print_json(steps)
        else:
            _print_words(session, tree, item, steps)
    return 0


def _item(session: Session, tree: RegisterTree, name: str) -> str:
    """The id of a present or deleted item; NotFound if there is none of that reference or id."""
    for value in tree.values:
        if value.id == name or is_reference(name, getattr(value, "reference", "")):
            return value.id
    for number, ids in session.history.deleted_items(tree.register.id):
        for gone in session.history.gone_in(number, ids):
            for change in gone.changes:
                if change.id == name or is_reference(name, (change.before or {}).get("reference", "")):
                    return change.id
    raise NotFound(
        QT_TRANSLATE_NOOP(
            "Problem", "The register has and had no item “{name}”; give a reference such as R-01, or an id."
        ),
        name=name,
    )


def _person(session: Session, register: str, name: str | None) -> str | None:
    """The name of a person as the journal has it; NotFound if they have taken no step."""
    if name is None:
        return None
    people = session.history.people(register)
    for who in people:
        if fold(who) == fold(name):
            return who
    raise NotFound(
        QT_TRANSLATE_NOOP("Problem", "“{name}” has taken no step in this register; these have: {people}."),
        name=name,
        people=", ".join(who or "–" for who in people),
    )


def _steps(
    session: Session, register: str, item: str | None, since: datetime.date | None, who: str | None
) -> Iterator[Step]:
    """The steps that match the options, newest first, read a page at a time."""
    begin = None if since is None else history.beginning_of(since)
    first = 0 if begin is None else session.history.first_since(register, begin)
    before = None if first is None else LATEST
    while before is not None and first is not None:
        if item is not None:
            page = session.history.of_item(item, before)
            before = page[-1].number if page else None
            matches = [step for step in page if who in (None, step.who)]
        else:
            heads, before = session.history.of_register(register, before, criteria=StepCriteria(who=who))
            matches = session.history.steps(step.number for step in heads)[::-1]
        # If a clock was wrong for a while, the times of steps are not in order.
        yield from (step for step in matches if begin is None or step.at >= begin)
        if before is not None and before <= first:
            return


def _print_json(steps: Iterable[Step]) -> None:
    before = "["
    for step in steps:
        changes = [
            {"kind": change.kind, "id": change.id, "before": change.before, "after": change.after}
            for change in step.changes
        ]
        record = {"number": step.number, "at": step.at.isoformat(timespec="milliseconds"), "who": step.who}
        record |= {"label": step.label, "undoes": step.undoes, "changes": changes}
        print(before, json.dumps(record, ensure_ascii=False), sep="\n", end="")
        before = ","
    print("[]" if before == "[" else "\n]")


def _print_words(session: Session, tree: RegisterTree, item: str | None, steps: Iterable[Step]) -> None:
    telling = Telling(language(), translate)
    names = Names(tree, session.history)
    past_scales = history.scales(session, tree.register)
    story = Story(telling, names.record, past_scales)
    is_empty = True
    for step in steps:
        undone = session.history.undone([step.number])
        again = step.undoes is not None and session.history.redoes(step.number)
        item_events = events([step], item, undone) if item else []
        if item and not item_events:
            continue
        is_empty = False
        print(_head(story, step, again=again, undone=bool(undone)))
        on_scales = telling.on(past_scales.before(step.number), past_scales.after(step.number))
        lines = _item_lines(story, item_events, telling) if item else _lines(on_scales, names, step)
        shown = list(islice(lines, _MOST_LINES))
        print(*(f"    {line}" for line in shown), sep="\n", end="\n" if shown else "")
        if more := sum(1 for _ in lines):
            remainder = Counted.tr("and %Ln more change(s)", "", more)
            print(f"    {remainder}")
    if is_empty:
        print(translate("CommandLine", "Nothing in the history matches."))
    if (began := history.beginning(session)) is not None:
        text = translate("CommandLine", "The history of this file begins on {date}.")
        print(text.format(date=words(language()).date(began)))


def _head(story: Story, step: Step, *, again: bool, undone: bool) -> str:
    text = translate("CommandLine", "{moment} · {who} · {action}")
    head = text.format(
        moment=words(language()).moment(step.at), who=step.who or "–", action=story.head(step, again=again)
    )
    return translate("CommandLine", "{step} (undone)").format(step=head) if undone else head


def _item_lines(story: Story, item_events: Iterable[Event], telling: Telling) -> Iterator[str]:
    return (_line(line, telling) for event in item_events for line in story.lines(event))


def _line(line: StoryLine, telling: Telling) -> str:
    if not line.before and not line.after:
        return line.label
    before, after = map(telling.quoted, side_by_side(line.before, line.after))
    text = translate("Values", QT_TRANSLATE_NOOP("Values", "{field}: {before} → {after}"))
    return text.format(field=line.label, before=before, after=after)


def _lines(telling: Telling, names: Names, step: Step) -> Iterator[str]:
    def record(change: Any) -> Mapping[str, Any]:
        return names.last_record(change.kind, change.id)

    return iter(telling.lines(step.changes, record))
