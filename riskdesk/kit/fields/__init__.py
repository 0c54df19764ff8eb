"""Fields of a form that ask to store their content when the user leaves them.

All have `value()`, `set_value(value)`, `commit()`, `restore()`, `refuse(reason)` and the signal `committed(value)`.
`set_value` keeps what the user is typing; call `restore()` first to show another item in the same field.
"""

from riskdesk.kit.fields.base import WrittenField
from riskdesk.kit.fields.choice import ChoiceField
from riskdesk.kit.fields.date import DateField
from riskdesk.kit.fields.line import LineField
from riskdesk.kit.fields.text import TextField

__all__ = ["ChoiceField", "DateField", "LineField", "TextField", "WrittenField"]
