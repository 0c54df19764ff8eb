"""Fields of a form that ask to store what was entered when the user leaves them.

All have `value()`, `set_value(value)`, `commit()`, `restore()`, `refuse(reason)` and the signal `committed(value)`.
What was entered survives a `set_value`; so whoever shows another thing in the same field calls `restore()` before.
"""

from riskdesk.kit.fields.base import WrittenField
from riskdesk.kit.fields.choice import ChoiceField
from riskdesk.kit.fields.date import DateField
from riskdesk.kit.fields.line import LineField
from riskdesk.kit.fields.text import TextField

__all__ = ["ChoiceField", "DateField", "LineField", "TextField", "WrittenField"]
