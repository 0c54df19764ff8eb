"""Of a large register the sheet makes what is seen; all of it stands where it would, and what is seen stays there."""

import gc
from collections.abc import Callable
from dataclasses import replace
from weakref import ref

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bench.generate import register
from riskdesk.desk import items, registers, risks, together
from riskdesk.desk.action import Action
from riskdesk.domain.growing import grow
from riskdesk.domain.scale import Assessment
from riskdesk.domain.tree import Extent, RegisterTree
from riskdesk.domain.values import Category, Entry, Mitigation, Risk
from riskdesk.ui.gaps.watch import Watch
from riskdesk.ui.views.sheet.layout.geometry import Geometry
from riskdesk.ui.views.sheet.layout.lines import ITEMS, LineKind
from riskdesk.ui.views.sheet.layout.sheet_layout import SheetLayout, _Builder
from tests.ui.views.sheet.conftest import User

RISKS = 2_000


@pytest.fixture
def section_ids(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the categories whose lines were made, each time they were."""
    ids: list[str] = []
    build = _Builder.section

    def section(builder: _Builder, category: Category, *others: object) -> object:
        ids.append(category.id)
        return build(builder, category, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(_Builder, "section", section)
    return ids


@pytest.fixture
def large(user: User) -> User:
    """Somebody in whose file there is a large register as well, which is not open."""
    before = user.workbench.register_id
    user.workbench.session.run(registers.add(register(RISKS, 1)))
    assert user.workbench.register_id == before
    return user


def open_large(user: User) -> None:
    assert user.workbench.open_register(user.workbench.registers()[-1].id)


def set_texts(user: User) -> int:
    """How many texts were set in lines."""
    return len(user.sheet.layout_of_lines.plain._heights)


def test_opening_makes_and_sets_only_what_is_seen(large: User, section_ids: list[str]) -> None:
    open_large(large)
    QApplication.processEvents()
    assert set(section_ids) <= {category.category.id for category in large.tree.categories[:2]}
    assert len(large.tree.categories) > 20
    assert 0 < set_texts(large) < 150


def test_a_step_makes_only_what_is_seen_of_what_it_changed(large: User, section_ids: list[str]) -> None:
    open_large(large)
    QApplication.processEvents()
    section_ids.clear()
    owners = [risks.edit(risk.id, owner="Anna") for risk in list(large.tree.risks)[::50]]
    for action in owners:
        large.workbench.run(action)
    assert set(section_ids) <= {category.category.id for category in large.tree.categories[:2]}


def test_another_text_of_the_same_length_is_measured_anew(user: User) -> None:
    risk = user.entry(0).risks[0]
    narrow, wide = "i" * 200, "W" * 200
    user.workbench.run(risks.edit(risk.id, description=narrow))
    before = user.sheet.visualRect(user.sheet.index(user.row(risk.id))).height()
    user.workbench.run(risks.edit(risk.id, description=wide))
    assert user.sheet.visualRect(user.sheet.index(user.row(risk.id))).height() > 2 * before


def test_what_was_measured_stays_so_where_its_texts_do(user: User) -> None:
    bar = user.sheet.verticalScrollBar()
    for value in range(0, bar.maximum() + 1, 400):
        bar.setValue(value)
    bar.setValue(0)
    before = bar.maximum()
    user.workbench.run(together.change(list(user.tree.risks), {"owner": "Anna"}))
    assert bar.maximum() == before


def test_nothing_is_kept_of_lines_that_are_gone(user: User) -> None:
    ids = [risk.id for risk in user.tree.risks]
    user.workbench.select(ids)
    assert list(user.sheet.selected_ids()) == ids
    before = ref(user.sheet.lines.content)
    user.workbench.run(items.delete(ids))
    gc.collect()
    assert before() is None


def test_the_end_right_after_opening_is_the_last_line(large: User) -> None:
    open_large(large)
    large.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    lines, bar = large.sheet.lines.lines, large.sheet.verticalScrollBar()
    assert large.sheet.current_row == len(lines) - 1
    assert lines[-1].kind is LineKind.ADD_CATEGORY
    last = large.sheet.visualRect(large.sheet.index(len(lines) - 1))
    assert large.sheet.viewport().rect().contains(last)
    last_risk = large.tree.categories[-1].entries[-1].mitigations[-1].id
    large.sheet.reveal_item(last_risk)
    assert large.sheet.rect_of(last_risk) is not None
    assert bar.value() > bar.maximum() - large.sheet.viewport().height()


@pytest.mark.parametrize("at", [0.0, 0.3, 0.99])
def test_what_is_seen_stays_where_it_is_while_the_rest_is_counted(qtbot: QtBot, large: User, at: float) -> None:
    watch = Watch(large.workbench, large.sheet)
    open_large(large)
    risk_id = list(large.tree.risks)[int(RISKS * at)].id
    large.sheet.scroll_to(risk_id)
    before = (
        large.sheet.rect_of(risk_id),
        large.sheet.verticalScrollBar().value(),
        large.sheet.verticalScrollBar().maximum(),
    )
    assert before[0] is not None
    assert not watch.is_done
    qtbot.waitUntil(lambda: watch.is_done)
    QApplication.processEvents()
    bar = large.sheet.verticalScrollBar()
    assert (large.sheet.rect_of(risk_id), bar.value(), bar.maximum()) == before


def test_a_new_line_that_is_given_up_out_of_sight_leaves_the_sheet_as_high_as_it_is(large: User) -> None:
    open_large(large)
    large.sheet.choose(large.sheet.lines.content.rows[list(large.tree.risks)[3].id])
    large.sheet.commands["edit_text"]()
    bar = large.sheet.verticalScrollBar()
    large.press(Qt.Key.Key_Return)
    bar.setValue(bar.maximum() // 2)
    large.press(Qt.Key.Key_Escape)
    after = bar.maximum()
    bar.setValue(0)
    assert bar.maximum() == after


def test_what_is_written_while_the_rest_is_counted_is_stored(large: User) -> None:
    watch = Watch(large.workbench, large.sheet)
    open_large(large)
    risk = list(large.tree.risks)[RISKS // 2]
    large.edit(risk.id)
    large.type(" XY")
    assert not watch.is_done
    QApplication.processEvents()
    assert large.writes == risk.description + " XY"
    other = large.workbench.registers()[0].id
    assert large.workbench.open_register(other)
    open_large(large)
    assert (
        next(candidate for candidate in large.tree.risks if candidate.id == risk.id).description
        == risk.description + " XY"
    )


def test_only_what_is_seen_of_a_long_entry_is_painted_and_pointed_at(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    user.workbench.run(risks.add(user.entry(0).entry.id, [f"Risk {number}" for number in range(1000)]))
    user.sheet.reveal_item(user.entry(0).risks[500].id)
    geometry, asked_rows = user.sheet.layout_of_lines, list[int]()
    rect = Geometry.rect
    monkeypatch.setattr(Geometry, "rect", lambda geometry, row: asked_rows.append(row) or rect(geometry, row))
    user.sheet.viewport().grab()
    row = user.row(user.entry(0).risks[500].id)
    assert row in asked_rows
    assert geometry.row_at(rect(geometry, row).center()) == row
    assert len(set(asked_rows)) < 150


def at(geometry: Geometry, point: QPoint) -> int | None:
    """What row stands at a point, found by looking at each of its block."""
    block = geometry.content.blocks[geometry.block_at(point.y())]
    rows = geometry.content.siblings(block.start, LineKind.RISK if point.x() < geometry.middle else LineKind.MITIGATION)
    marked = [row for row in rows if geometry.mark_rect(row).contains(point)]
    rects = {row: geometry.rect(row) for row in rows}
    beside = not rects or not geometry.left <= point.x() <= geometry.left + geometry.table_width
    if marked or beside or not rects[rows[0]].top() <= point.y() <= rects[rows[-1]].bottom():
        return marked[0] if marked else block.start
    return min(rows, key=lambda row: max(rects[row].top() - point.y(), point.y() - rects[row].bottom(), 0))


def test_what_is_pointed_at_is_the_nearest_of_all(user: User) -> None:
    user.workbench.run(risks.assess_each(dict.fromkeys([risk.id for risk in user.tree.risks], Assessment(2, 3))))
    geometry = user.sheet.layout_of_lines
    marks = geometry.mark_rect(user.row(user.entry(0).risks[0].id))
    for x in (2, marks.center().x(), geometry.left + 40, geometry.middle + 40, geometry.width - 2):
        points = [QPoint(x, y) for y in range(geometry.paper.bottom() - geometry.margin)]
        assert [geometry.row_at(point) for point in points] == [at(geometry, point) for point in points]


def tree_of(*values: Category | Entry | Risk | Mitigation) -> RegisterTree:
    return grow([replace(register(0, 1).register, id="register"), *values])


TREES: list[Callable[[], RegisterTree]] = [
    lambda: register(400, 3),
    lambda: tree_of(),
    lambda: tree_of(Category(id="c", register="register", title="Empty")),
    lambda: tree_of(Category(id="c", register="register"), Entry(id="e", category="c")),
    lambda: tree_of(
        Category(id="c", register="register"),
        *(Entry(id=f"e{number}", category="c", position=number) for number in range(100)),
        Risk(entry="e3", description="One\nline and another"),
        Mitigation(entry="e99", description=""),
    ),
]


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize("editable", [True, False])
def test_what_is_known_of_a_section_is_what_its_lines_tell(tree: Callable[[], RegisterTree], *, editable: bool) -> None:
    laid_out = tree()
    for section in SheetLayout().content(laid_out, editable=editable).sections:
        shapes, ids = list(section.shapes()), section.ids
        assert section.line_count == len(section.lines)
        assert section.block_count == len(section.blocks) == len(shapes)
        assert section.head == section.lines[0]
        ids_in_lines = {line.id for line in section.lines} | {line.parent for line in section.lines}
        assert ids_in_lines - ids <= {"", laid_out.register.id}
        for shape, (start, right, end) in zip(shapes, section.blocks, strict=True):
            assert shape.key == section.lines[start].key
            assert shape.right == Extent.of([line.text for line in section.lines[right:end]])
            first = start + (section.lines[start].kind is LineKind.ENTRY)
            assert shape.left == Extent.of([line.text for line in section.lines[first:right]])
        assert list(section.items) == [line.id if line.kind in ITEMS else "" for line in section.lines]
        texts = [section.texts(block) for block in range(section.block_count)]
        assert texts == [[line.text for line in section.lines[start:end]] for start, _, end in section.blocks]


def test_what_stands_beside_thousands_that_are_gone_is_found_by_what_is_left(
    large: User, section_ids: list[str]
) -> None:
    open_large(large)
    tree = large.tree
    category = tree.categories[0].category
    last = tree.categories[0].entries[-1].entry
    entries = [Entry(category=category.id, position=last.position + 1 + number) for number in range(500)]
    values = [*entries, *(Risk(entry=entry.id, description="Added") for entry in entries)]
    large.workbench.run(Action("Import", lambda tx: tx.insert(*values)))
    del section_ids[:]
    large.workbench.undo()
    assert large.workbench.selection == (last.id,)
    assert len(section_ids) < 6, "no lines are made of what is gone"
