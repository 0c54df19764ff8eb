"""Where the parts of a matrix stand: within the room, beside each other, and large enough to be hit."""

from itertools import combinations

import pytest

from riskdesk.ui.views.matrix.arranging import Arranged, Box, Frame, Needs, Sizes, arrange, frame, least_size

SIZES = Sizes(line=18, small=15, chip=24, gap=4, reference=40, titled=130, count=32, margin=20, title=50)
LEGEND = 20.0


def framed(levels: tuple[int, int], room: tuple[float, float], headings: int = 0) -> Frame:
    needs = Needs(*levels, row_names=80, column_lines=2, headings=headings)
    least = least_size(needs, SIZES, LEGEND)
    return frame(max(room[0], least[0]), max(room[1], least[1]), needs, SIZES, LEGEND)


def parts(frame: Frame) -> list[Box]:
    groups = (frame.cells, frame.row_heads, frame.row_counts, frame.column_heads, frame.column_counts)
    single = (frame.row_title, frame.column_title, frame.tray_title, frame.tray, frame.legend, frame.heading)
    return [box for group in groups for box in group.values()] + [box for box in single if box.height]


def overlap(first: Box, second: Box) -> bool:
    """Whether two boxes have more in common than the rounding of an edge."""
    return first.inset(0.01).meets(second.inset(0.01))


@pytest.mark.parametrize("levels", [(2, 2), (3, 5), (5, 5), (10, 4), (12, 12)])
@pytest.mark.parametrize("room", [(100, 100), (360, 300), (960, 500), (2600, 1500)])
@pytest.mark.parametrize("headings", [0, 1])
def test_all_parts_stand_in_the_picture_and_none_over_another(
    levels: tuple[int, int], room: tuple[float, float], headings: int
) -> None:
    frame = framed(levels, room, headings)
    for box in parts(frame):
        assert box.x >= 0
        assert box.y >= 0
        assert box.right <= frame.size[0]
        assert box.bottom <= frame.size[1]
    assert [pair for pair in combinations(parts(frame), 2) if overlap(*pair)] == []
    assert all(box.width >= SIZES.count and box.height >= SIZES.chip for box in frame.cells.values())
    assert frame.tray.width >= SIZES.reference
    assert frame.tray_title.bottom < frame.tray.y


@pytest.mark.parametrize("levels", [(2, 2), (5, 3), (12, 12)])
def test_the_highest_likelihood_stands_on_top_and_the_highest_impact_at_the_right(levels: tuple[int, int]) -> None:
    cells = framed(levels, (900, 600)).cells
    assert len(cells) == levels[0] * levels[1]
    assert min(cells, key=lambda cell: (cells[cell].y, -cells[cell].x)) == levels
    assert max(cells, key=lambda cell: (cells[cell].y, -cells[cell].x)) == (1, 1)


def test_a_low_row_has_no_room_for_words_besides_a_chip() -> None:
    assert framed((5, 5), (900, 600)).mark == SIZES.small + SIZES.gap
    assert framed((12, 12), (900, 400)).mark == 0


@pytest.mark.parametrize(
    ("room", "count", "chip_count", "more", "titled"),
    [
        # Nothing, one with its title, as many as there are rows, as many as there are rows and columns.
        ((140, 100), 0, 0, False, False),
        ((140, 100), 1, 1, False, True),
        ((140, 100), 3, 3, False, True),
        ((264, 100), 6, 6, False, True),
        # References alone, in rows and columns.
        ((140, 100), 4, 4, False, False),
        ((140, 100), 9, 9, False, False),
        ((40, 100), 3, 3, False, False),
        # One too many, and far too many: the last place is for their number.
        ((140, 100), 10, 8, True, False),
        ((140, 100), 10_000, 8, True, False),
        # No room for a reference, or for a second one.
        ((39, 100), 1, 0, True, False),
        ((40, 24), 1, 1, False, False),
        ((40, 24), 2, 0, True, False),
        ((32, 24), 200, 0, True, False),
        ((140, 20), 2, 0, True, False),
    ],
)
def test_chips_are_shown_with_titles_then_references_then_as_a_number(
    room: tuple[float, float], count: int, chip_count: int, *, more: bool, titled: bool
) -> None:
    arranged = arrange(Box(10, 20, *room), count, SIZES)
    assert (len(arranged.chips), arranged.more is not None, arranged.titled if arranged.chips else False) == (
        chip_count,
        more,
        titled,
    )
    boxes = [*arranged.chips, *([arranged.more] if arranged.more else [])]
    for box in boxes:
        assert box.x >= 10
        assert box.y >= 20
        assert box.right <= 10 + room[0] + 0.01
        assert box.bottom <= 20 + room[1] + 0.01
    assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []


@pytest.mark.parametrize("side", range(30, 300, 17))
@pytest.mark.parametrize("high", [24, 51, 52, 80, 200])
def test_no_risk_is_lost_whatever_the_room(side: int, high: int) -> None:
    for count in (1, 2, 7, 30, 200):
        arranged: Arranged = arrange(Box(0, 0, side, high), count, SIZES)
        assert len(arranged.chips) == count or arranged.more is not None
        assert len(arranged.chips) <= count
        if arranged.more is not None:
            assert count - len(arranged.chips) != 1 or not arranged.chips, (
                "a number that stands for one takes its place"
            )
