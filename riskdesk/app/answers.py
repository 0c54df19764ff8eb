"""The answers that the command line is given to questions of an import: what nothing asks, and what is no choice."""

from collections.abc import Callable, Collection, Iterator, Mapping

from riskdesk.app.speech import complain, translate
from riskdesk.domain.importing.messages import Question
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem


def require_choices(questions: Collection[Question], answers: Mapping[str, str]) -> None:
    """InputProblem where a question can only be answered in other words."""
    for question in questions:
        answer = answers.get(question.id)
        if answer is not None and question.choices and answer not in question.choices:
            raise InputProblem(_NO_CHOICE, id=question.id, found=answer, known=", ".join(question.choices))


def tell_unasked(
    answers: Mapping[str, str], asked_ids: Collection[str], ask: Callable[[Mapping[str, str]], Collection[Question]]
) -> None:
    """Warn on standard error of answers with ids that no question has.

    Those of `asked_ids`, which are known to be asked, are left out. `ask` gives the questions that come up with
    some answers.
    """
    ids = list(_unasked(answers, asked_ids, ask))
    if ids:
        named = ", ".join(translate("CommandLine", "“{id}”").format(id=id_) for id_ in ids)
        complain(translate("CommandLine", "Nothing asks for what the answers say of {ids}.").format(ids=named))


def _unasked(
    answers: Mapping[str, str], asked_ids: Collection[str], ask: Callable[[Mapping[str, str]], Collection[Question]]
) -> Iterator[str]:
    for id_ in answers:
        # Some questions are gone once they are answered.
        others = {other: answer for other, answer in answers.items() if other != id_}
        if id_ not in asked_ids and all(question.id != id_ for question in ask(others)):
            yield id_


_NO_CHOICE = QT_TRANSLATE_NOOP("Problem", "In the answers, “{id}” is “{found}”; write one of these: {known}.")
