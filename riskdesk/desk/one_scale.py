"""The check that a merge leaves no assessment by a scale that its register does not have any more."""

from collections.abc import Sequence

from riskdesk.domain.possible import LEVELS
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.remap import is_assessed_otherwise
from riskdesk.domain.replay import Key, State, register_of
from riskdesk.domain.scale_record import scale_from_record
from riskdesk.domain.telling import record_name

# The most risks that are named.
_MOST = 20


def require_one_scale(merged: State, *sides: State) -> None:
    """InputProblem, with the risks, if levels come from a side on whose scale they have another meaning."""
    ruling = {key: side for key in merged if key[0] == "register" for side in _ruling(key, merged, sides)}
    risks = (key for key in merged if key[0] == "risk" and ruling)
    wrong = [merged[key] for key in risks if _is_by_another(key, merged, ruling)]
    if wrong:
        names = [record_name("risk", record) for record in wrong[:_MOST]]
        more = ["…"] if len(wrong) > _MOST else []
        raise InputProblem(_TWO_SCALES, risks=", ".join(names + more))


def _is_by_another(risk: Key, merged: State, ruling: dict[Key, State]) -> bool:
    """Whether a level of a risk is not that of the side whose scale its register keeps."""
    register = register_of(risk, merged)
    side = None if register is None else ruling.get(register)
    return side is not None and any(merged[risk][name] not in (None, side.get(risk, {}).get(name)) for name in LEVELS)


def _ruling(register: Key, merged: State, sides: Sequence[State]) -> list[State]:
    """The side whose scale a register keeps, if levels have another meaning on the other side; else empty."""
    scale = scale_from_record(merged[register]["scale"])
    holding = [side for side in sides if register in side]
    fitting = [side for side in holding if not is_assessed_otherwise(scale_from_record(side[register]["scale"]), scale)]
    return fitting if len(fitting) < len(holding) else []


_TWO_SCALES = QT_TRANSLATE_NOOP(
    "Problem",
    "The scale was changed in one of the two files, and in the other risks were assessed by the scale before: {risks};"
    " remove these assessments there, merge, and assess the risks again.",
)
