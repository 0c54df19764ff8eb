"""The facts of a register that are shown below its title."""

from collections.abc import Iterator

from riskdesk.domain.language import Words
from riskdesk.domain.values import Register


def facts(register: Register, wording: Words) -> Iterator[str]:
    """The facts of a register: reference and date, who prepared it, and the period that it covers."""
    date = wording.date(register.date) if register.date else ""
    if register.reference or date:
        yield " – ".join(filter(None, (register.reference, date)))
    if register.prepared_by:
        yield wording.prepared_by.format(name=register.prepared_by)
    if register.period_start or register.period_end:
        start, end = (wording.date(day) if day else "…" for day in (register.period_start, register.period_end))
        yield wording.period.format(start=start, end=end)
