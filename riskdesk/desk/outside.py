"""Reading clipboard content of other programs as items or bullets."""

from pathlib import Path

from riskdesk.desk import pasted
from riskdesk.desk.clip import Clip
from riskdesk.domain import pasting
from riskdesk.domain.clipboard import LARGEST_TEXT, require_lines, require_size
from riskdesk.domain.formulas import unguarded
from riskdesk.domain.table import WideTable, from_lines
from riskdesk.domain.text import without_control
from riskdesk.exchange import html_text
from riskdesk.exchange.html_text import Content
from riskdesk.files import write_atomically

# In characters: Word writes ten times as much about a text as the text itself.
_LARGEST_HTML = 3_000_000


def from_outside(text: str, html: str = "") -> Clip | list[str]:
    """Read clipboard content of another program: return a clip of entries and categories, or bullets.

    The HTML is read if it holds a table or a list, or if there is no text. In a clip, entries without a category come
    first. InputProblem if there is too much to read, WideTable if a table has more than two columns, or others than
    those of risks and of mitigations.
    """
    require_size(text, LARGEST_TEXT)
    require_size(html, _LARGEST_HTML)
    content = html_text.read(html)
    if content.blocks and (content.structured or not text.strip()):
        # The empty lines between paragraphs do not count.
        require_lines("\n".join(content.texts).replace("\n\n", "\n"))
    else:
        lines = pasting.rows(without_control(text))
        table = [[unguarded(cell) for cell in line] for line in lines]
        content = Content((lines[0][0] if list(map(len, lines)) == [1] else from_lines(table),))
    pasted_content = pasted.read(content)
    return Clip(pasted_content, foreign=True) if isinstance(pasted_content, tuple) else pasted_content


def as_file(text: str, html: str, folder: Path, name: str) -> Path:
    """Write a wide table from the clipboard to a file in a folder, so that it can be imported.

    FileProblem if it cannot be written.
    """
    try:
        from_outside("", html)
    except WideTable:
        path, content = folder / f"{name}.html", html
    else:
        path, content = folder / f"{name}.tsv", text
    # The byte order mark of UTF-16 takes precedence over any encoding that the HTML itself names.
    write_atomically(path, content.encode("utf-16"), private=True)
    return path
