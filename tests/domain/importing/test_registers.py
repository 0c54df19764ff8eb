"""Registers of many shapes, as programmes keep them in other programs, beside what a person makes of them."""

import json
import re
from functools import cache

import pytest

from riskdesk.desk.importing import scale
from riskdesk.domain.document import to_document
from riskdesk.domain.folding import fold
from riskdesk.domain.importing.reading import read
from riskdesk.domain.importing.values import dates
from riskdesk.domain.sheets import TableKind
from riskdesk.domain.values import Language
from tests.domain.importing.scoring import score, source_of, sources

SOURCES = sources()


@pytest.fixture(params=SOURCES, ids=lambda path: path.stem)
def source(request):
    return request.param


@cache
def imported(path):
    """What comes of it, made once for all tests."""
    return anew(path)


def anew(path, **more):
    return read(source_of(path), scale, Language.ENGLISH, **more)


def test_each_register_comes_in_as_a_person_would_do_it(source):
    file_import = imported(source)
    actual = json.loads(to_document(file_import.tree)) if file_import.tree else None
    assert score(SOURCES[source], actual).whole, score(SOURCES[source], actual)


def test_the_levels_are_those_of_the_file(source):
    file_import, expected = imported(source), SOURCES[source]["scale"] or {}
    if file_import.tree is None:
        return
    for side, names in expected.items():
        levels = getattr(file_import.tree.register.scale, side)
        others = [["vl", "l", "m", "h", "vh"], ["very low", "low", "medium", "high", "very high"]]
        expected_names = [fold(name) for name in names]
        actual_names = [[fold(level.name.text(language)) for level in levels] for language in Language]
        assert expected_names in actual_names or (actual_names[0] in others and expected_names in others)


def test_the_words_above_it_tell_of_the_register(source):
    file_import = imported(source)
    for name, value in (SOURCES[source].get("register") or {}).items():
        assert str(getattr(file_import.tree.register, name)) == value


def test_what_a_person_would_be_warned_of_is_told(source):
    file_import = imported(source)
    warnings = [(message.place, message.kind, message.excerpt) for message in file_import.messages]
    warnings += [(item.place, item.reason, item.excerpt) for item in file_import.left_out]
    for warning in SOURCES[source]["must_warn"]:
        kinds = {kind for place, kind, _ in warnings if _is_there(warning, place)}
        assert warning["kind"] in kinds or (warning["kind"] == "not_imported" and kinds), warning


def test_what_only_the_user_knows_is_asked(source):
    question_kinds = {question.kind for question in imported(source).questions}
    assert {question["kind"] for question in SOURCES[source]["must_ask"]} <= question_kinds


def test_no_cell_goes_silently(source):
    """Each cell is read as the place of something, told as left out, or gives its words to the register."""
    read_of_it = source_of(source)
    file_import = imported(source)
    left_out = {(item.place.kind, item.place.table, *cell) for item in file_import.left_out for cell in item.cells}
    left_out |= {
        (item.place.kind, item.place.table, item.place.row, item.place.column) for item in file_import.left_out
    }
    excerpts = {message.excerpt for message in file_import.messages}
    words = _words(to_document(file_import.tree)) if file_import.tree else set()
    levels = {level for names in (SOURCES[source]["scale"] or {}).values() for level in map(str.casefold, names)}
    for table in read_of_it.tables:
        for cell in table.cells:
            is_told = (table.kind, table.number, cell.row, cell.column) in left_out
            is_told = is_told or not cell.text.strip() or cell.text in excerpts
            assert is_told or _comes_in(cell.text.replace("\\n", " "), words, levels), (table.name, cell)


def test_the_same_mapping_and_answers_make_the_same_import(source):
    first = imported(source)
    again = anew(source, mapping=json.loads(json.dumps(first.mapping)), answers={})
    plain = [
        [
            _without_ids(json.loads(to_document(file_import.tree))) if file_import.tree else None
            for file_import in (first, again)
        ]
    ]
    assert plain[0][0] == plain[0][1]


def _is_there(warning, place):
    """Whether a place is that of a warning."""
    if "sheet" in warning and place.name != warning["sheet"]:
        return False
    if "table" in warning and place.kind is TableKind.TABLE and place.table != warning["table"]:
        return False
    cell = re.search(r"\d+", warning.get("cell", ""))
    rows = warning.get("rows") or [warning.get("row") or warning.get("line") or (int(cell[0]) if cell else 0)]
    return not rows[0] or any(place.covers(row) for row in rows)


def _words(text):
    return set(re.findall(r"\w+", text.casefold()))


def _comes_in(text, words, levels):
    """Whether the words of a cell are in the register, or name a level, a status, a response or days."""
    if any(dates.read(part) for part in re.split(r" – ", text)):
        return True
    return _words(text) <= words or any(level in text.casefold() for level in levels) or len(_words(text)) <= 4


def _without_ids(content):
    if isinstance(content, dict):
        return {name: _without_ids(part) for name, part in content.items() if name != "id"}
    return [_without_ids(part) for part in content] if isinstance(content, list) else content
