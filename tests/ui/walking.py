"""How walks by chance are run."""

from collections.abc import Callable

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

PLACES = st.integers(0, 60)


def run(walk: Callable[[], RuleBasedStateMachine], examples: int, steps: int) -> None:
    """Walk so often, so many steps each time; what fails is not made shorter, which would take hours."""
    run_state_machine_as_test(
        walk,
        settings=settings(
            max_examples=examples,
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            report_multiple_bugs=False,
        ),
    )
