"""Files that are opened to be imported: read once, made anew as the user answers, and compared with a register."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from riskdesk.desk import import_files, importing, scales
from riskdesk.desk.import_files import Against, OpenedFile, UserAnswers
from riskdesk.domain.document import to_document
from riskdesk.domain.problems import FileProblem, InputProblem
from riskdesk.domain.progress import Cancelled
from riskdesk.domain.remap import Remap, proposed
from riskdesk.domain.values import Language
from tests.checkpoints import Shares

TWINS = Path(__file__).parents[1] / "data" / "registers"
PER_CENTS = "21_semicolon_bom_decimal.csv"
pytestmark = pytest.mark.usefixtures("read_here")


def opened(path: Path, answers: UserAnswers | None = None, against: Against | None = None) -> OpenedFile:
    return import_files.read(path, Language.ENGLISH, answers or UserAnswers(), against)


def anew(before: OpenedFile, answers: UserAnswers, against: Against | None = None) -> OpenedFile:
    return import_files.anew(before, Language.ENGLISH, answers, against)


def test_answers_are_read_of_the_tables_that_were_read_before(tmp_path: Path) -> None:
    path = tmp_path / PER_CENTS
    shutil.copyfile(TWINS / PER_CENTS, path)
    before = opened(path)
    path.unlink()
    answers = UserAnswers(answers={"bands:likelihood": "0-30%, 30-60%, 60-100%"})
    after = anew(before, answers)
    assert before.file_import.tree is not None
    assert after.file_import.tree is not None
    assert {risk.likelihood for risk in before.file_import.tree.risks} == {None}
    assert None not in {risk.likelihood for risk in after.file_import.tree.risks}
    assert anew(after, answers) is not before
    assert anew(after, UserAnswers(answers=dict(answers.answers))).file_import is after.file_import, (
        "nothing else was said"
    )


def test_what_the_preview_needs_is_worked_out_while_the_file_is_read() -> None:
    tree = opened(TWINS / PER_CENTS).file_import.tree
    assert tree is not None
    assert all({"tally", "ids", "extents"} <= vars(category).keys() for category in tree.categories)


def test_another_encoding_is_read_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    text = "ID;Risque;Mesures\nR1;Coût élevé;Prévoir une réserve\nR2;Départ d'un expert;Tenir une liste\n"
    path.write_bytes(text.encode("cp850"))
    before = opened(path, UserAnswers(answers={"encoding": "cp1252"}))
    after = anew(before, UserAnswers(answers={"encoding": "cp850"}))
    descriptions = [
        tree is not None and next(tree.risks).description for tree in (before.file_import.tree, after.file_import.tree)
    ]
    assert descriptions == ["Co–t ‚lev‚", "Coût élevé"]


def test_what_nobody_waits_for_is_given_up() -> None:
    with pytest.raises(Cancelled):
        import_files.read(TWINS / PER_CENTS, Language.ENGLISH, UserAnswers(), None, Shares(0))


@pytest.mark.parametrize(("name", "error"), [("missing.xlsx", FileProblem), ("missing.json", FileProblem)])
def test_a_file_that_is_not_there_is_told(tmp_path: Path, name: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        opened(tmp_path / name)


def test_an_encoding_that_there_is_none_of_is_refused() -> None:
    with pytest.raises(InputProblem, match="encoding"):
        opened(TWINS / PER_CENTS, UserAnswers(answers={"encoding": "klingon"}))


def test_a_file_is_known_where_most_of_its_risks_are_in_the_register(tmp_path: Path) -> None:
    file = opened(TWINS / "01_category_rows.xlsx")
    tree = file.file_import.tree
    assert tree is not None
    assert not file.is_known
    assert opened(file.path, against=Against(tree)).is_known
    other = opened(TWINS / "19_fr_plat.xlsx", against=Against(tree))
    assert not other.is_known
    smaller_tree = replace(tree, categories=tree.categories[:1])
    assert opened(file.path, against=Against(smaller_tree)).comparison is None, "it has too few risks to be known"
    path = tmp_path / "own.json"
    path.write_text(json.dumps({"title": "Own", "categories": [{"entries": [{"risks": ["Something else"]}]}]}), "utf-8")
    assert not opened(path, against=Against(tree)).is_known


def test_levels_become_levels_of_another_scale() -> None:
    tree = opened(TWINS / "19_fr_plat.xlsx").file_import.tree
    assert tree is not None
    new = scales.profile("eu-action-document-3x3")
    remap = proposed(tree.register.scale, new)
    moved = import_files.rescaled(tree, new, remap)
    assert moved.register.scale == new
    assert [risk.likelihood for risk in moved.risks] == [remap.risk(risk).likelihood for risk in tree.risks]
    assert moved.categories[0].category == tree.categories[0].category


def test_levels_stand_on_the_scale_of_the_register_they_are_compared_with(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("Risk;Likelihood;Impact\nStaff leave;Low;Medium\nGrants are cut;High;Low\n", "utf-8")
    alone = opened(path)
    assert alone.file_import.tree is not None
    against = Against(alone.file_import.tree)
    five = replace(alone.file_import.tree.register, scale=scales.profile(scales.DEFAULT))
    other = Against(replace(alone.file_import.tree, register=five))
    for basis, expected in ((against, [1, 3]), (other, [2, 4]), (None, [1, 3])):
        before = opened(path, against=basis)
        assert before.file_import.tree is not None
        assert [risk.likelihood for risk in before.file_import.tree.risks] == expected
        after = anew(alone, UserAnswers(), basis)
        assert after.file_import.tree is not None
        assert [risk.likelihood for risk in after.file_import.tree.risks] == expected


def test_levels_are_mapped_as_chosen_only_while_the_file_has_the_scale_they_were_chosen_for(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("Risk;Likelihood;Impact\nStaff leave;Low;Medium\nGrants are cut;High;Low\n", "utf-8")
    tree = opened(path).file_import.tree
    assert tree is not None
    incoming = replace(tree, register=replace(tree.register, scale=scales.profile("eu-action-document-3x3")))
    (tmp_path / "log.json").write_text(to_document(incoming), "utf-8")
    here = replace(tree, register=replace(tree.register, scale=scales.profile(scales.DEFAULT)))
    chosen = Remap((5, 3, 1), (1, 3, 5))
    for scale, expected in (
        (incoming.register.scale, chosen),
        (here.register.scale, proposed(incoming.register.scale, here.register.scale)),
    ):
        comparison = opened(tmp_path / "log.json", against=Against(here, scale, chosen)).comparison
        assert comparison is not None
        assert comparison.remap == expected


def test_levels_without_a_name_of_their_own_have_their_number() -> None:
    scale = importing.scale(("Low", "", "low ", "High"), ())
    assert [level.name.en for level in scale.likelihood] == ["Low (1)", "2", "low (3)", "High"]
    assert scale.impact == scale.likelihood
