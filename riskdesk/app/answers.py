"""Checks the answers given on the command line to questions of an import: unknown ids and invalid choices."""

from collections.abc import Callable, Collection, Iterator, Mapping

from riskdesk.app.speech import complain, translate
from riskdesk.domain.importing.messages import Question
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem


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
        named = ", ".join(translate("CommandLine", "“{id}”").format(id=id_) for id_ in ids)
        complain(translate("CommandLine", "Nothing asks for what the answers say of {ids}.").format(ids=named))


def _unasked(
    answers: Mapping[str, str], asked_ids: Collection[str], ask: Callable[[Mapping[str, str]], Collection[Question]]
) -> Iterator[str]:
    for id_ in answers:
        # Some questions no longer arise once they are answered.
        others = {other: answer for other, answer in answers.items() if other != id_}
        if id_ not in asked_ids and all(question.id != id_ for question in ask(others)):
            yield id_


_NO_CHOICE = QT_TRANSLATE_NOOP("Problem", "In the answers, “{id}” is “{found}”; write one of these: {known}.")
