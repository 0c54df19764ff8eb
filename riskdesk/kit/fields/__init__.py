"""Fields of a form that commit what was entered when the user leaves them.

All have `value()`, `set_value(value)`, which emits nothing, `commit()` and the signal `committed(value)`. What stands
in a field and is not yet committed survives a `set_value` of the value that is stored anyway; so whoever shows another
thing in the same field calls `commit()` before.
"""

from riskdesk.kit.fields.choice import ChoiceField
from riskdesk.kit.fields.date import DateField
from riskdesk.kit.fields.line import LineField
from riskdesk.kit.fields.text import TextField

__all__ = ["ChoiceField", "DateField", "LineField", "TextField"]
