"""What the tests that break things share: how often they do it, and the figures they print."""

from collections.abc import Callable

import pytest

_FIGURES = pytest.StashKey[list[str]]()


@pytest.fixture
def times(pytestconfig: pytest.Config) -> Callable[[int, int], int]:
    """How often to try: the first number, or the second one with --soak."""
    return lambda quick, long: long if pytestconfig.getoption("soak") else quick


@pytest.fixture
def figures(pytestconfig: pytest.Config) -> Callable[[str], None]:
    """Takes a line of what was counted, which is printed at the end of the run."""
    return pytestconfig.stash.setdefault(_FIGURES, []).append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    lines = config.stash.get(_FIGURES, [])
    if lines:
        terminalreporter.section("what was broken and what was lost")
    for line in lines:
        terminalreporter.write_line(line)
