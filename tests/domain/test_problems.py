"""What a problem says in either language."""

from riskdesk.domain.problems import Problem
from riskdesk.domain.values import Language


def translated(problem: Problem, language: Language) -> str:
    return problem.translated(lambda _context, text: text, language)


def test_how_many_there_are_stands_as_the_language_writes_numbers() -> None:
    inner = Problem("{most} at most", most=10_000)
    problem = Problem("{count} lines: {reason}", count=1_234_567, reason=inner)
    assert str(problem) == translated(problem, Language.ENGLISH) == "1,234,567 lines: 10,000 at most"
    assert translated(problem, Language.FRENCH) == "1\u202f234\u202f567 lines: 10\u202f000 at most"


def test_the_number_of_a_step_stays_as_it_is() -> None:
    assert str(Problem("Step {step} of {year}", step="12345", year="2026")) == "Step 12345 of 2026"
