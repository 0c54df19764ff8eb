"""The matrix outside the window: copied, saved and printed as it is seen; bands told apart without colours."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QToolButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from riskdesk.desk import registers, risks, scales
from riskdesk.domain.label import Label
from riskdesk.domain.matrix import board
from riskdesk.domain.printing import Sides
from riskdesk.domain.problems import Problem
from riskdesk.domain.scale import Level
from riskdesk.domain.values import Language, Register, Risk, RiskStatus
from riskdesk.kit.settings import Settings
from riskdesk.kit.tasks import Task
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.matrix import Matrix
from riskdesk.ui.views.matrix.picture_files import as_image, as_png, as_svg, picture_of
from tests.ui.drawn import texts_drawn
from tests.ui.views.matrix.conftest import STARTS, User


def press(user: User, name: str) -> None:
    buttons = user.matrix.tools.findChildren(QToolButton)
    button = next(button for button in buttons if button.accessibleName() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def save_as(user: User, qtbot: QtBot, path: Path) -> None:
    press(user, "Save as picture")
    dialog = user.matrix.window().findChild(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()


def letters(svg: bytes) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(svg).iter() if element.tag.endswith("text")]


def test_a_picture_is_copied_as_it_is_seen(user: User, notices: list[str]) -> None:
    press(user, "Copy as picture")
    copied = QGuiApplication.clipboard().image()
    width, height = user.picture.size
    assert copied.width() == 2 * round(width)
    assert copied.height() >= 2 * round(height)
    assert notices == ["The matrix was copied as a picture"]


def test_the_window_speaks_its_own_language_and_a_picture_that_of_the_register(user: User) -> None:
    QLocale.setDefault(QLocale("fr_FR"))
    user.matrix.grid.lay_out()
    seen = "".join(texts_drawn(lambda painter: user.matrix.grid.viewport().render(painter, QPoint())))
    assert "Probabilité" in seen
    assert "Likelihood" not in seen
    leaving = "".join(letters(as_svg(picture_of(user.picture.board, user.picture.register))))
    assert "Likelihood" in leaving
    assert "Probabilité" not in leaving


@pytest.mark.parametrize("ending", [".svg", ".png", ".PNG"])
def test_a_picture_is_saved_by_the_ending_of_its_file(
    user: User, qtbot: QtBot, tmp_path: Path, notices: list[str], ending: str
) -> None:
    path = tmp_path / f"matrix{ending}"
    save_as(user, qtbot, path)
    qtbot.waitUntil(lambda: bool(notices))
    assert path.read_bytes().startswith(b"<?xml" if ending == ".svg" else b"\x89PNG")
    assert notices == [f"Saved as matrix{ending}"]


def test_a_picture_is_saved_though_its_matrix_goes_meanwhile(
    qtbot: QtBot, workbench: Workbench, settings: Settings, tmp_path: Path, notices: list[str]
) -> None:
    user, path = User(Matrix(workbench, settings), workbench), tmp_path / "matrix.svg"
    save_as(user, qtbot, path)
    delete(user.matrix)
    qtbot.waitUntil(lambda: not Task._running)
    assert path.exists()
    assert notices == ["Saved as matrix.svg"]


def test_a_picture_that_could_not_be_saved_is_told_though_its_matrix_goes_meanwhile(
    qtbot: QtBot, workbench: Workbench, settings: Settings, tmp_path: Path, problems: list[Problem]
) -> None:
    user, path = User(Matrix(workbench, settings), workbench), tmp_path / "no folder" / "matrix.svg"
    save_as(user, qtbot, path)
    delete(user.matrix)
    qtbot.waitUntil(lambda: not Task._running)
    assert len(problems) == 1


def test_no_picture_takes_the_place_of_something_else(
    user: User, qtbot: QtBot, tmp_path: Path, problems: list[Problem]
) -> None:
    for name in ("text.svg", "picture.gif"):
        (tmp_path / name).write_bytes(b"Words")
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    for number, name in enumerate(("store.riskdesk", "text.svg", "picture.gif"), 1):
        save_as(user, qtbot, tmp_path / name)
        qtbot.waitUntil(lambda number=number: len(problems) == number)
    assert all(path.read_bytes() == content for path, content in before.items() if path.suffix != ".json")


def test_an_svg_has_all_in_words_and_the_mark_of_its_register(user: User) -> None:
    register = user.workbench.registers()[0]
    user.workbench.run(registers.edit(register.id, handling_mark="Restricted", title="Roads & <bridges>"))
    texts = letters(as_svg(picture_of(user.picture.board, user.picture.register)))
    for text in ("Restricted", "Roads & <bridges> – Before mitigation", "Likelihood", "Impact", "12 High", *STARTS):
        assert text in texts


@pytest.mark.parametrize(
    ("sides", "shown"),
    [
        (Sides.INHERENT, "Before mitigation"),
        (Sides.RESIDUAL, "After mitigation (residual)"),
        (Sides.BOTH, "Risk matrix"),
    ],
)
def test_a_long_title_leaves_room_for_what_is_shown(user: User, sides: Sides, shown: str) -> None:
    register = replace(user.picture.register, title="A programme of many words " * 9, handling_mark="Restricted")
    texts = letters(as_svg(picture_of(board([], sides, register.scale), register, (0, 0))))
    assert "Restricted" in texts
    title = next(text for text in texts if text.startswith("A pro"))
    assert title.endswith(f"… – {shown}")


def test_the_line_of_tolerance_stands_between_the_cells_it_parts(user: User) -> None:
    """Dark between Medium and High, and nowhere within a band; the legend names it."""
    scale = replace(scales.profile("5x5"), tolerance=1)
    picture = picture_of(board([], Sides.INHERENT, scale), Register(scale=scale))
    image, cells = as_image(picture), picture.frame.cells

    def darkest(cell: tuple[int, int]) -> int:
        """Of the pixels around the middle of the right edge of a cell."""
        box = cells[cell]
        x, y = round(2 * box.right), round(2 * (box.y + box.height * 0.7))
        return min(QColor(image.pixel(x + by, y)).lightness() for by in range(-4, 5))

    assert darkest((3, 3)) < 60
    assert darkest((3, 2)) > 120
    assert darkest((3, 4)) > 120
    assert "Tolerance: Medium" in letters(as_svg(picture))
    plain = picture_of(board([], Sides.INHERENT, scales.profile("5x5")), Register(scale=scales.profile("5x5")))
    assert not any("Tolerance" in text for text in letters(as_svg(plain)))


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (Language.ENGLISH, "Closed or rejected risks left out:\u00a02"),
        (Language.FRENCH, "Risques clos ou rejetés non repris\u00a0:\u00a02"),
    ],
)
def test_a_picture_says_how_many_ended_risks_are_not_in_it(user: User, language: Language, note: str) -> None:
    tree = user.workbench.tree()
    assert tree is not None
    for risk, status in zip(tree.risks, (RiskStatus.CLOSED, RiskStatus.REJECTED), strict=False):
        user.workbench.run(risks.edit(risk.id, status=status))
    register = registers.in_language(user.picture.register, language)
    assert note in letters(as_svg(picture_of(user.picture.board, register)))
    press(user, "Closed")
    assert note not in letters(as_svg(picture_of(user.picture.board, register)))


def test_the_note_of_a_picture_is_a_line_below_its_title(user: User) -> None:
    """Where the picture has no room to spare, it grows by that line."""
    noted = picture_of(replace(user.picture.board, left_out=1), user.picture.register, (0, 0))
    assert noted.size[1] == picture_of(user.picture.board, user.picture.register, (0, 0)).size[1] + noted.sizes.line
    assert noted.frame.heading.height == 2 * noted.sizes.line


@pytest.mark.parametrize("language", list(Language))
def test_a_picture_is_in_the_language_of_its_register(user: User, language: Language) -> None:
    register = registers.in_language(user.picture.register, language)
    texts = letters(as_svg(picture_of(user.picture.board, register)))
    assert ("Probabilité" in texts) == (language is Language.FRENCH)
    assert any(text.startswith("Non évalué" if language is Language.FRENCH else "Not assessed") for text in texts)


def test_the_same_matrix_gives_the_same_bytes(user: User) -> None:
    for writer in (as_svg, as_png):
        pictures = [writer(picture_of(user.picture.board, user.picture.register)) for _ in range(2)]
        assert pictures[0] == pictures[1]


@pytest.mark.parametrize("name", scales.PROFILES)
def test_bands_differ_in_grey_and_in_pattern(user: User, name: str) -> None:
    register = Register(scale=scales.profile(name))
    picture = picture_of(board([], Sides.INHERENT, register.scale), register)
    grey = as_image(picture).convertToFormat(QImage.Format.Format_Grayscale8)
    tones_by_band: dict[int, tuple[int, ...]] = {}
    for pair in picture.scale.cells:
        box = picture.frame.cells[pair.likelihood or 0, pair.impact or 0]
        middle = QRect(*(round(2 * value) for value in (box.x + 5, box.y + box.height / 2, 40, 40)))
        tones = _tones(grey.copy(middle))
        place = picture.scale.band_index(pair)
        tones_by_band.setdefault(place or 0, tones)
    assert len({tones[0] for tones in tones_by_band.values()}) == len(tones_by_band), "grounds"
    assert len({tones[1] for tones in tones_by_band.values()}) == len(tones_by_band), "patterns"


def _tones(part: QImage) -> tuple[int, int]:
    """The tone that most of it has, and how much has another one."""
    tones = [QColor(part.pixel(x, y)).red() for x in range(part.width()) for y in range(part.height())]
    ground = max(set(tones), key=tones.count)
    return ground, round(100 * sum(tone != ground for tone in tones) / len(tones))


def test_printing_asks_for_what_is_seen(user: User) -> None:
    requests = []
    user.matrix.print_wanted.connect(lambda *arguments: requests.append(arguments))
    user.show(Sides.RESIDUAL)
    press(user, "Print the matrix")
    assert requests == [("residual", False)]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", scales.PROFILES)
@pytest.mark.parametrize("size", [(0, 0), (390, 340), (560, 340), (960, 600)])
def test_no_name_of_a_level_is_cut_nor_what_is_not_assessed(
    language: Language, name: str, size: tuple[float, float]
) -> None:
    register = Register(scale=scales.profile(name), language=language)
    unassessed = [Risk(id=f"{number}", entry="", position=number, reference=f"R-{number:02d}") for number in range(19)]
    texts = letters(as_svg(picture_of(board(unassessed, Sides.INHERENT, register.scale), register, size)))
    assert [text for text in texts if "…" in text] == []
    title = (
        ["19 not assessed", "Not assessed (19)"]
        if language is Language.ENGLISH
        else ["19 non évalués", "Non évalués (19)"]
    )
    assert any(text in " ".join(texts) for text in title)
    level_names = [level.name.text(language) for level in register.scale.likelihood]
    assert all(any(text.endswith(level.split()[-1]) for text in texts) for level in level_names)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("ending", ["", " level"])
def test_no_name_of_a_level_is_cut_in_any_width(language: Language, ending: str) -> None:
    scale = scales.profile("5x5")
    impact = [Level(Label(f"{level.name.en}{ending}", f"{level.name.fr}{ending}")) for level in scale.impact]
    register = Register(scale=replace(scale, impact=tuple(impact)), language=language)
    for width in range(400, 1000, 8):
        texts = letters(as_svg(picture_of(board([], Sides.INHERENT, register.scale), register, (width, 500))))
        assert [text for text in texts if "…" in text] == [], width


@pytest.mark.parametrize(
    ("language", "number", "title"),
    [
        (Language.ENGLISH, 1, "1 not assessed"),
        (Language.ENGLISH, 12_345, "12,345 not assessed"),
        (Language.FRENCH, 0, "0 non évalué"),
        (Language.FRENCH, 1, "1 non évalué"),
        (Language.FRENCH, 12_345, "12\u202f345 non évalués"),
    ],
)
def test_how_many_are_not_assessed_has_room_beside_the_smallest_matrix(
    language: Language, number: int, title: str
) -> None:
    register = Register(scale=scales.profile("5x5"), language=language)
    unassessed = [Risk(id=f"{place}", entry="", reference="R") for place in range(number)]
    texts = letters(as_svg(picture_of(board(unassessed, Sides.INHERENT, register.scale), register, (0, 0))))
    assert title in " ".join(texts)
