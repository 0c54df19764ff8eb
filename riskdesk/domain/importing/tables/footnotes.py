"""Separates footnotes from short cells and headings, as a name or date with its note would not be recognized."""

from collections.abc import Collection
from dataclasses import replace

from riskdesk.domain.importing.messages import LeftOut
from riskdesk.domain.importing.result import Import
from riskdesk.domain.importing.words.splitting import readable, without_notes
from riskdesk.domain.sheets import NOTE_BEGIN, Block, Cell, FilePlace, Source, Table

# In a longer text, or one of several paragraphs, a note stays where it is: its place says which part it belongs to.
_LONGEST = 12
_Notes = list[tuple[FilePlace, str]]


def split_off(source: Source) -> tuple[Source, _Notes]:
    """The source with the notes of short cells in `Cell.note`, and each of these notes with its place."""
    notes: _Notes = []
    blocks = tuple(_block(block, notes) for block in source.blocks)
    return (replace(source, blocks=blocks), notes) if notes else (source, notes)


def with_notes(result: Import, notes: _Notes, used_notes: Collection[str]) -> Import:
    """The import with notes that did not come in reported as left out, and with notes in brackets in all excerpts."""
    used_lines = {line for note in used_notes for line in note.split("\n")}
    unused_notes = tuple(
        LeftOut("footnote", place, note) for place, note in notes if not used_lines.issuperset(note.split("\n"))
    )
    left_out = (*(replace(item, excerpt=readable(item.excerpt)) for item in result.left_out), *unused_notes)
    messages = (replace(message, excerpt=readable(message.excerpt)) for message in result.messages)
    return replace(result, left_out=left_out, messages=tuple(messages))


def _block(block: Block, notes: _Notes) -> Block:
    if isinstance(block, Table):
        if not any(NOTE_BEGIN in cell.text for cell in block.cells):
            return block
        return replace(block, cells=tuple(_cell(cell, block, notes) for cell in block.cells))
    text, note = without_notes(block.text) if block.level else (block.text, "")
    if not note:
        return block
    notes.append((FilePlace(paragraph=block.number), note))
    return replace(block, text=text.strip())


def _cell(cell: Cell, table: Table, notes: _Notes) -> Cell:
    text, note = without_notes(cell.text)
    if not note or cell.paragraphs or "\n" in text or len(text.split()) > _LONGEST:
        return cell
    notes.append((table.place_of(cell), note))
    return replace(cell, text=text.strip(), note=note)
