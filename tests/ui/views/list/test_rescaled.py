"""The filters of the list follow the levels of another scale, as saved views do, also while they are not seen."""

import pytest

from riskdesk.desk import risks, scales
from riskdesk.desk.rescaling import rescale
from riskdesk.domain.remap import Remap
from tests.ui.views.list.conftest import Reader

FIVE, THREE = scales.profile("5x5"), scales.profile("eu-action-document-3x3")
# Not what would be proposed: level 3 becomes 1.
TABLE = Remap((1, 1, 1, 2, 3), (1, 1, 2, 3, 3))


def filters(reader: Reader) -> dict[str, tuple[str, ...]]:
    return {each.name: each.values for each in reader.view.listed.listing.filters}


def change_scale(reader: Reader) -> None:
    reader.workbench.run(rescale(reader.tree.register.id, FIVE, THREE, TABLE))


@pytest.mark.parametrize("hidden", [False, True])
def test_the_filters_follow_the_scale_and_its_undo(reader: Reader, *, hidden: bool) -> None:
    listing = reader.view.listed.listing.filtered("likelihood", "3", "5").filtered("ended", "no")
    reader.view.listed.ask(listing)
    names = reader.names_shown
    assert names
    reader.view.setHidden(hidden)
    change_scale(reader)
    after = filters(reader)
    assert after == {"likelihood": ("1", "3"), "ended": ("no",)}
    # Another step is compared with the scale as it is now.
    reader.workbench.run(risks.edit(reader.risk(names[0]).id, owner="Somebody else"))
    assert filters(reader) == after
    reader.workbench.undo()
    reader.workbench.undo()
    assert reader.view.listed.listing == listing
    reader.workbench.redo()
    assert filters(reader) == after
    reader.view.show()
    assert set(names) <= set(reader.names_shown)
    reader.workbench.undo()
    assert reader.names_shown == names


def test_a_pair_of_levels_follows_both(reader: Reader) -> None:
    reader.view.listed.list_cell(3, 5)
    change_scale(reader)
    assert filters(reader)["cell"] == ("1,3",)


def test_filters_that_were_changed_meanwhile_follow_the_undo_by_their_levels(reader: Reader) -> None:
    change_scale(reader)
    reader.view.listed.ask(reader.view.listed.listing.filtered("likelihood", "3"))
    reader.workbench.undo()
    assert filters(reader) == {"likelihood": ("5",)}
