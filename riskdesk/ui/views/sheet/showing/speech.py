"""What a screen reader says of a line of the sheet: its text and assessment, then its position."""

from PySide6.QtCore import QObject

from riskdesk.domain.fields import FIELDS
from riskdesk.domain.values import Register, Risk
from riskdesk.ui.bench.language import ui_language, ui_number
from riskdesk.ui.bench.spoken import assessment_texts
from riskdesk.ui.views.sheet.layout.content import Content
from riskdesk.ui.views.sheet.layout.lines import ITEMS, TEXT_FIELDS, LineKind
from riskdesk.ui.views.sheet.showing.fate import Fate


class SheetSpeech(QObject):
    """The words for the lines of a sheet, in the language of the window."""

    def line(self, content: Content, row: int, text: str, register: Register | None, *, category: bool) -> str:
        """A line with its text, and with the name of its category if that is wanted."""
        line = content.lines[row]
        if line.kind not in ITEMS:
            return text
        parts = [text]
        if isinstance(line.value, Risk) and register is not None:
            parts += assessment_texts(line.value, register.scale)
        place = self.place(content, row)
        parts = [_begun(place)] if line.kind is LineKind.ENTRY else [*parts, place]
        above = content.category_of(row)
        if category and above is not None and line.kind is not LineKind.CATEGORY:
            parts.append(self.tr("category {category}").format(category=above.text))
        return ", ".join(parts)

    def fate(self, fate: Fate) -> str:
        """What became of an item since."""
        return self.tr("changed since") if fate is Fate.CHANGED else self.tr("removed since")

    def place(self, content: Content, row: int) -> str:
        """The number of a line among the lines of its kind, and how many there are."""
        line = content.lines[row]
        if line.kind is LineKind.CATEGORY:
            place = self.tr("category {number} of {count}")
            place_text = place.format(number=ui_number(line.place + 1), count=ui_number(len(content.categories)))
        elif line.kind is LineKind.ENTRY:
            place_text = self._entry(content, row)
        else:
            siblings = content.siblings(row, line.kind)
            place = (
                self.tr("risk {number} of {count}, entry {entry}")
                if line.kind is LineKind.RISK
                else self.tr("mitigation {number} of {count}, entry {entry}")
            )
            entry = content.lines[content.blocks[content.block_of(row)].start]
            place_text = place.format(
                number=ui_number(row - siblings.start + 1),
                count=ui_number(len(siblings)),
                entry=ui_number(entry.place + 1),
            )
        return self.tr("{place}, new").format(place=place_text) if line.pending else place_text

    def field(self, content: Content, row: int) -> str:
        """The name of the editor of a line."""
        line = content.lines[row]
        if line.kind in ITEMS:
            return _begun(self.place(content, row))
        return FIELDS["register"][TEXT_FIELDS[line.kind]].label.text(ui_language())

    def _entry(self, content: Content, row: int) -> str:
        line = content.lines[row]
        entries = sum(1 for _ in content.inside(LineKind.ENTRY, line.parent))
        place = self.tr("entry {number} of {count}").format(number=ui_number(line.place + 1), count=ui_number(entries))
        bullets = [
            content.lines[at].kind
            for kind in (LineKind.RISK, LineKind.MITIGATION)
            for at in content.siblings(row, kind)
        ]
        risks = self.tr("%Ln risk(s)", "", bullets.count(LineKind.RISK))
        mitigations = self.tr("%Ln mitigation(s)", "", bullets.count(LineKind.MITIGATION))
        return self.tr("{place}: {risks}, {mitigations}").format(place=place, risks=risks, mitigations=mitigations)


def _begun(text: str) -> str:
    """A text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
