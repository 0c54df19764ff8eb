"""What the tests that break things share: how often they do it, and the figures they print."""

from collections.abc import Callable

import pytest

from tests.systems import ON_WINDOWS

_FIGURE = "figure"
# It looks at rights, signals and numbers of files as Linux has them, and cannot even be read on Windows.
collect_ignore = ["test_oracle.py"] if ON_WINDOWS else []


@pytest.fixture
def times(pytestconfig: pytest.Config) -> Callable[[int, int], int]:
    """How often to try: the first number, or the second one with --soak."""
    return lambda quick, long: long if pytestconfig.getoption("soak") else quick


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Takes a line of what was counted, which is printed at the end of the run."""
    return lambda line: request.node.user_properties.append((_FIGURE, line))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [report for name in ("passed", "failed") for report in terminalreporter.getreports(name)]
    # A report holds what a worker of the run has counted, too.
    lines = [line for report in reports for name, line in report.user_properties if name == _FIGURE]
    if lines:
        terminalreporter.section("what was broken and what was lost")
    for line in sorted(lines):
        terminalreporter.write_line(line)
