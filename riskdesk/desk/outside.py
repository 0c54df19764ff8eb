"""What other programs put on the clipboard, as items or bullets."""

from riskdesk.desk import pasted
from riskdesk.desk.clip import Clip
from riskdesk.domain import pasting
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.table import from_lines
from riskdesk.domain.text import without_control
from riskdesk.exchange import html_text
from riskdesk.exchange.html_text import Content

# In characters: many times a register, and little enough to be read at once.
_LARGEST = 5_000_000


def from_outside(text: str, html: str = "") -> Clip | list[str]:
    """What another program put on the clipboard: a clip of entries and categories, or bullets.

    The HTML counts where it holds a table or a list, or there is no text. A clip has entries without a category first,
    then categories. InputProblem if it is too large or a table has more than two columns.
    """
    _check_size(text, html)
    content = html_text.read(html)
    if not content.blocks or (text.strip() and not content.structured):
        lines = pasting.rows(without_control(text))
        content = Content((lines[0][0] if list(map(len, lines)) == [1] else from_lines(lines),))
    found = pasted.read(content)
    return Clip(found) if isinstance(found, tuple) else found


def _check_size(*texts: str) -> None:
    size = max(map(len, texts))
    if size > _LARGEST:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem", "The clipboard holds {size} million characters; copy at most {most} million at a time."
            ),
            size=f"{size / 1e6:.1f}",
            most=_LARGEST // 1_000_000,
        )
