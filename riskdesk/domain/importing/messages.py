"""Messages and questions for the user of an import, each with its place in the file."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from riskdesk.domain.importing.bounds import require_items
from riskdesk.domain.language import words
from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.domain.sheets import Cell, FilePlace
from riskdesk.domain.text import shortened
from riskdesk.domain.values import Language

# Encodings that a text file without a mark may have: those of Windows, MS-DOS and old Macintoshes.
ENCODINGS = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp850", "mac_roman")
# The text of an omission shows so many of its cells.
_MOST_CELLS = 20


@dataclass(frozen=True, slots=True)
class Message:
    """A warning about something that comes in; `excerpt` is the text at its place.

    `sentence` is the key of the sentence if that is not the kind.
    """

    kind: str
    place: FilePlace
    excerpt: str
    more: str | datetime.date = ""
    sentence: str = ""

    def translated(self, translate: Callable[[str, str], str], language: Language) -> str:
        """The sentence in a language; `translate(context, text)` gives texts in that language."""
        more = words(language).date(self.more) if isinstance(self.more, datetime.date) else _cut(self.more)
        return translate("Import", SENTENCES[self.sentence or self.kind]).format(found=_cut(self.excerpt), more=more)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Cells or text that do not come in: the reason, the place, and how the text begins.

    `cells` are rows and columns.
    """

    reason: str
    place: FilePlace
    excerpt: str
    cells: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of_cell(cls, reason: str, place: FilePlace, cell: Cell) -> "LeftOut":
        """The omission of a single cell."""
        return cls(reason, place, cell.text, ((cell.row, cell.column),))

    @classmethod
    def of_cells(cls, reason: str, place: FilePlace, cells: Sequence[Cell]) -> "LeftOut":
        """The omission of several cells; the text is that of the first of them."""
        texts = (" ".join(cell.text.split()) for cell in cells[:_MOST_CELLS])
        return cls(reason, place, " | ".join(filter(None, texts)), tuple((cell.row, cell.column) for cell in cells))

    def translated(self, translate: Callable[[str, str], str], _language: Language) -> str:
        return translate("Import", REASONS[self.reason])


@dataclass(frozen=True, slots=True)
class Question:
    """A question to the user, who answers by one of the `choices`, or freely if there are none."""

    id: str
    kind: str
    place: FilePlace
    excerpt: str
    choices: tuple[str, ...] = ()
    default: str = ""
    more: str = ""

    def translated(self, translate: Callable[[str, str], str], _language: Language) -> str:
        return translate("Import", QUESTIONS[self.kind]).format(found=_cut(self.excerpt), more=_cut(self.more))


@dataclass
class Report:
    """Gathers the warnings, questions and omissions of an import."""

    messages: list[Message] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    questions: dict[str, Question] = field(default_factory=dict)
    items: int = 0
    # Footnotes that came in together with their cells.
    noted: set[str] = field(default_factory=set)
    _known: set[Message] = field(default_factory=set)

    def warn(
        self, kind: str, place: FilePlace, excerpt: str, more: str | datetime.date = "", sentence: str = ""
    ) -> None:
        message = Message(kind, place, excerpt, more, sentence)
        # A cell that is merged over several risks is read for each of them.
        if message not in self._known:
            self._known.add(message)
            self.messages.append(message)
        require_items(len(self.messages))

    def count(self, items: int) -> None:
        """Count the items that cells are split into; InputProblem if there are too many."""
        self.items += items
        require_items(self.items)

    def ask(self, question: Question) -> None:
        """Ask a question, unless one with the same id was asked already."""
        self.questions.setdefault(question.id, question)


def _cut(text: str) -> str:
    return shortened(" ".join(text.split()), 80)


SENTENCES = {
    "unknown_level": QT_TRANSLATE_NOOP(
        "Import",
        "“{found}” is no level of the scale; the level stays empty, the word is in the note.",
    ),
    "unknown_names": QT_TRANSLATE_NOOP("Import", "Fields that Riskdesk does not know are left out: {found}."),
    "unknown_status": QT_TRANSLATE_NOOP("Import", "The status “{found}” has no counterpart; it is in the note."),
    "unknown_response": QT_TRANSLATE_NOOP("Import", "The response “{found}” has no counterpart; it is in the note."),
    "unknown_reference": QT_TRANSLATE_NOOP(
        "Import",
        "A mitigation answers the risk “{found}”, which the file does not have.",
    ),
    "value_not_read": QT_TRANSLATE_NOOP("Import", "“{found}” is no value of “{more}”; the field stays empty."),
    "date_not_read": QT_TRANSLATE_NOOP("Import", "“{found}” is no date; it is in the note."),
    "date_guess": QT_TRANSLATE_NOOP("Import", "“{found}” is taken for the day {more}."),
    "no_value": QT_TRANSLATE_NOOP(
        "Import",
        "There is no value in this cell ({found}); recalculate the file and save it if one is wanted.",
    ),
    "conflict": QT_TRANSLATE_NOOP(
        "Import",
        "“{found}” does not fit the levels in its row ({more}); the levels count.",
    ),
    "reversed_scale": QT_TRANSLATE_NOOP(
        "Import",
        "The highest level is written as the lowest number ({found}); the numbers are turned round.",
    ),
    "hidden_rows": QT_TRANSLATE_NOOP("Import", "The row is hidden in the file; it comes in (“{found}”)."),
    "hidden_columns": QT_TRANSLATE_NOOP("Import", "The column is hidden in the file; it comes in (“{found}”)."),
    "hidden_sheet": QT_TRANSLATE_NOOP("Import", "The sheet “{found}” is hidden in the file; it comes in."),
    "two_categories": QT_TRANSLATE_NOOP("Import", "“{found}” seems to be several categories; it comes in as one."),
    "continued": QT_TRANSLATE_NOOP("Import", "“{found}” goes on with the category before; both are joined."),
    "empty_category": QT_TRANSLATE_NOOP("Import", "There are no risks below “{found}”; no category is made of it."),
    "shifted_row": QT_TRANSLATE_NOOP(
        "Import",
        "From “{found}” on, the cells of this row stand one column off; they are put right.",
    ),
    "nested_table": QT_TRANSLATE_NOOP("Import", "A table inside the cell is read as mitigations (“{found}”)."),
    "footnote": QT_TRANSLATE_NOOP("Import", "The footnote is in the note: “{found}”."),
    "inserted_text": QT_TRANSLATE_NOOP("Import", "“{found}” was inserted while changes were tracked; it comes in."),
    "deleted_text": QT_TRANSLATE_NOOP("Import", "“{found}” was deleted while changes were tracked; it stays out."),
    "hidden_text": QT_TRANSLATE_NOOP("Import", "“{found}” is hidden in the file; it comes in."),
    "struck_text": QT_TRANSLATE_NOOP("Import", "“{found}” is struck through in the file; it comes in."),
    "other_format": QT_TRANSLATE_NOOP(
        "Import",
        "A part of the document is in another format ({found}) and is not read; save it again in Word and import that.",
    ),
    "encoding": QT_TRANSLATE_NOOP(
        "Import",
        "The file does not say in which encoding it is; look whether these words are right: {found}.",
    ),
    "residual_score_only": QT_TRANSLATE_NOOP(
        "Import", "Of the residual risk, the file has a score alone ({found}); it is in the note."
    ),
    "score_only": QT_TRANSLATE_NOOP(
        "Import", "The file has a score alone ({found}), without likelihood and impact; it is in the note."
    ),
    "lost_character": QT_TRANSLATE_NOOP("Import", "A character cannot be read in any encoding, near “{found}”."),
    "plain_values": QT_TRANSLATE_NOOP(
        "Import",
        "The file is very large or partly broken; its values come in without comments, formats and hidden rows.",
    ),
    "macros": QT_TRANSLATE_NOOP("Import", "The file holds programs ({found}); they are not run and do not come in."),
    "external_links": QT_TRANSLATE_NOOP("Import", "The file refers to other files ({found}); they are not opened."),
    "moved_on": QT_TRANSLATE_NOOP(
        "Import",
        "The mitigation stands in a row without a risk; it goes to the risk above (“{found}”).",
    ),
    "not_a_register": QT_TRANSLATE_NOOP("Import", "No list of risks was found in the file (“{found}”)."),
    "cells_by_marks": QT_TRANSLATE_NOOP(
        "Import", "The levels of risks are those of the cells of the matrix in which they stand ({found})."
    ),
    "colours": QT_TRANSLATE_NOOP(
        "Import",
        "Cells of “{found}” have a colour and no words; colours are not read, and what they tell does not come in.",
    ),
    "several_marks": QT_TRANSLATE_NOOP(
        "Import",
        "Several levels are marked, or the mark is unclear ({found}); the level stays empty.",
    ),
    "comment": QT_TRANSLATE_NOOP("Import", "The comment “{found}” does not come in."),
    "no_such_value": QT_TRANSLATE_NOOP(
        "Import", "“{found}” is nothing that can stand in this column; it does not come in."
    ),
    "locked": QT_TRANSLATE_NOOP(
        "Import", "{more}: this cell is locked for owners; “{found}”, which was written there, does not come in."
    ),
    "locked_emptied": QT_TRANSLATE_NOOP(
        "Import", "{more}: this cell is locked for owners; it was emptied, which changes nothing."
    ),
    "gone_meanwhile": QT_TRANSLATE_NOOP(
        "Import", "What this answers (“{found}”) is no longer in the register; it does not come in."
    ),
    "row_missing": QT_TRANSLATE_NOOP(
        "Import", "The row of “{found}” is missing in this workbook, which changes nothing."
    ),
    "other_scale": QT_TRANSLATE_NOOP(
        "Import", "The scale of the register was changed since this level was sent (“{found}”); it does not come in."
    ),
    "answered_twice": QT_TRANSLATE_NOOP(
        "Import", "A later answer says something else about this field; “{found}” does not come in."
    ),
}

REASONS = {
    "heads": QT_TRANSLATE_NOOP("Import", "heads of columns"),
    "repeated_heads": QT_TRANSLATE_NOOP("Import", "the heads again"),
    "help": QT_TRANSLATE_NOOP("Import", "a row of explanations or allowed values"),
    "total": QT_TRANSLATE_NOOP("Import", "totals"),
    "foot": QT_TRANSLATE_NOOP("Import", "signatures or other words below the table"),
    "placeholder": QT_TRANSLATE_NOOP("Import", "a placeholder, no risk"),
    "template": QT_TRANSLATE_NOOP("Import", "a row that is prepared and not filled in"),
    "other_kind": QT_TRANSLATE_NOOP("Import", "an item of another type than risk"),
    "remark": QT_TRANSLATE_NOOP("Import", "a remark, no risk"),
    "no_value": QT_TRANSLATE_NOOP("Import", "an error value"),
    "score": QT_TRANSLATE_NOOP("Import", "scores, which follow from the levels"),
    "title_block": QT_TRANSLATE_NOOP("Import", "words above the register"),
    "text": QT_TRANSLATE_NOOP("Import", "text outside the register"),
    "outside": QT_TRANSLATE_NOOP("Import", "text in a header, a footer or a drawing"),
    "legend": QT_TRANSLATE_NOOP("Import", "a list of levels, read as the scale"),
    "matrix": QT_TRANSLATE_NOOP("Import", "a risk matrix"),
    "list": QT_TRANSLATE_NOOP("Import", "a list without levels or mitigations, beside a register that has them"),
    "repeated": QT_TRANSLATE_NOOP("Import", "what another table tells of the same risks"),
    "example": QT_TRANSLATE_NOOP("Import", "examples or instructions"),
    "measures": QT_TRANSLATE_NOOP("Import", "a mitigation of something that is no risk in the register"),
    "other": QT_TRANSLATE_NOOP("Import", "another table, no risks"),
    "nothing": QT_TRANSLATE_NOOP("Import", "a word for “nothing”"),
    "no": QT_TRANSLATE_NOOP("Import", "says that nothing is escalated"),
    "comment": QT_TRANSLATE_NOOP("Import", "a comment on a cell"),
    "rest": QT_TRANSLATE_NOOP("Import", "no place for it in the register"),
    "chosen": QT_TRANSLATE_NOOP("Import", "left out as you chose"),
    "empty_category": QT_TRANSLATE_NOOP("Import", "a category without risks"),
    "footnote": QT_TRANSLATE_NOOP("Import", "a footnote of something other than a risk"),
    "introduction": QT_TRANSLATE_NOOP("Import", "a line before a table inside a cell"),
}

QUESTIONS = {
    "scale": QT_TRANSLATE_NOOP(
        "Import",
        "The file does not say which levels there are; are they these, from low to high: {more}?",
    ),
    "bands": QT_TRANSLATE_NOOP(
        "Import",
        "Which percentages belong to which level (“{found}”)? Without an answer, those of the file count; where it"
        " gives none, the level stays empty.",
    ),
    "colours": QT_TRANSLATE_NOOP(
        "Import",
        "Cells of “{found}” have a colour and no words: is green low, yellow or orange medium, and red high?",
    ),
    "t0": QT_TRANSLATE_NOOP("Import", "Which day is T0 (“{found}”)?"),
    "two_assessments": QT_TRANSLATE_NOOP(
        "Import",
        "Both assessments are called residual (“{found}”): is the first the present one and the second the"
        " residual one?",
    ),
    "residual": QT_TRANSLATE_NOOP("Import", "Is “{found}” the residual risk?"),
    "existing_controls": QT_TRANSLATE_NOOP("Import", "Are “{found}” to come in as mitigations that are done?"),
    "escalated_to": QT_TRANSLATE_NOOP("Import", "To whom are these risks escalated? The file only says “{found}”."),
    "split": QT_TRANSLATE_NOOP("Import", "Is each line or part of a cell a mitigation of its own (“{found}”)?"),
    "types": QT_TRANSLATE_NOOP("Import", "Are rows of other types (“{found}”) to come in as risks too?"),
    "which_table": QT_TRANSLATE_NOOP("Import", "Several tables may be registers; is this one to come in (“{found}”)?"),
    "hidden_rows": QT_TRANSLATE_NOOP("Import", "Are hidden rows to come in (“{found}”)?"),
    "category": QT_TRANSLATE_NOOP(
        "Import",
        "Does the sheet or the heading above each table name its category (“{found}”)?",
    ),
    "date_order": QT_TRANSLATE_NOOP("Import", "Does “{found}” begin with the day or with the month?"),
    "matrix_as_register": QT_TRANSLATE_NOOP(
        "Import", "The cells of a matrix hold texts (“{found}”): are they to come in as risks?"
    ),
    "import_anyway": QT_TRANSLATE_NOOP(
        "Import", "There are no risks in this table, but perhaps issues (“{found}”): is it to come in all the same?"
    ),
    "encoding": QT_TRANSLATE_NOOP(
        "Import", "Are these words right: {found}? If they are not, choose another encoding of the file."
    ),
    "take_scale": QT_TRANSLATE_NOOP(
        "Import",
        "There are no risks in the file, but levels ({more}); take the scale into a new register?",
    ),
}
