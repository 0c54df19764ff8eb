"""What is chosen on the command line before an import: answers and a mapping, read from files and checked."""

from argparse import Namespace
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from riskdesk.app.speech import complain, translate
from riskdesk.domain import json_text
from riskdesk.domain.importing.mappings import require_mapping
from riskdesk.domain.importing.messages import Question
from riskdesk.domain.importing.result import Import
from riskdesk.domain.json_text import BadJson
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.exchange.file_content import content, named, text

_LARGEST_ANSWERS = 4_000_000


def answers_in(file: str | None) -> dict[str, str]:
    """The answers in a JSON file by the ids of their questions; none if no file is given."""
    return {name: str(answer) for name, answer in _json_of(file).items()}


def mapping_in(file: str | None) -> dict[str, Any]:
    """The mapping in a file; the output of --json has it beside other things."""
    json_object = _json_of(file)
    mapping: dict[str, Any] = json_object.get("mapping", json_object)
    with named(Path(file or "")):
        require_mapping(mapping)
    return mapping


def _json_of(file: str | None) -> dict[str, Any]:
    """The object in a JSON file; an empty one if no file is given."""
    if file is None:
        return {}
    path = Path(file)
    try:
        json_object = json_text.loads(text(path, content(path, _LARGEST_ANSWERS)))
        if not isinstance(json_object, dict):
            raise ValueError
    except BadJson as bad:
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "{file} cannot be read: {reason}"), file=path, reason=bad.problem
        ) from None
    except ValueError:
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "{file} does not hold one object of JSON; correct it and try again."),
            file=path,
        ) from None
    return json_object


def require_choices(questions: Collection[Question], answers: Mapping[str, str]) -> None:
    """Raise InputProblem if an answer is none of the choices of its question."""
    for question in questions:
        answer = answers.get(question.id)
        if answer is not None and question.choices and answer not in question.choices:
            raise InputProblem(_NO_CHOICE, id=question.id, found=answer, known=", ".join(question.choices))


def tell_unasked(
    answers: Mapping[str, str], asked_ids: Collection[str], ask: Callable[[Mapping[str, str]], Collection[Question]]
) -> None:
    """Warn on standard error of answers whose ids belong to no question.

    Those of `asked_ids`, whose questions are known, are left out. `ask` returns the questions that arise when some
    answers are given.
    """
    ids = list(_unasked(answers, asked_ids, ask))
    if ids:
        quoted = ", ".join(translate("CommandLine", "“{id}”").format(id=id_) for id_ in ids)
        complain(translate("CommandLine", "Nothing asks for what the answers say of {ids}.").format(ids=quoted))


def tell_unmapped(options: Namespace, import_: Import) -> None:
    """Warn on standard error of a mapping for a file whose columns Riskdesk knows without it."""
    if options.map is not None and not import_.mapping:
        told = translate("CommandLine", "{file} is a file of Riskdesk, which needs no mapping; --map has no effect.")
        complain(told.format(file=options.source))


def _unasked(
    answers: Mapping[str, str], asked_ids: Collection[str], ask: Callable[[Mapping[str, str]], Collection[Question]]
) -> Iterator[str]:
    for id_ in answers:
        # Some questions no longer arise once they are answered.
        others = {other: answer for other, answer in answers.items() if other != id_}
        if id_ not in asked_ids and all(question.id != id_ for question in ask(others)):
            yield id_


_NO_CHOICE = QT_TRANSLATE_NOOP("Problem", "In the answers, “{id}” is “{found}”; write one of these: {known}.")
