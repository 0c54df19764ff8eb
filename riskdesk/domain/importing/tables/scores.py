"""Tells columns of scores from those of levels, where a head may mean either."""

from riskdesk.domain.importing.tables.regions import HeadedColumn, Region
from riskdesk.domain.importing.words.fields import Field
from riskdesk.domain.importing.words.vocabulary import phrase


def assign_scores(region: Region) -> None:
    """Find the scores among columns whose heads may mean a level as well.

    “Severity” is the score if another column is called impact, else it is the impact.
    """
    names = {phrase(column.name) for column in region.of(Field.IMPACT)}
    rival = any(name.startswith(("impact", "gravite", "consequence")) for name in names)
    for column in region.of(Field.IMPACT):
        if rival and phrase(column.name).startswith("severity") and not _twice(region, column):
            column.field = Field.SCORE
    _assign_letters(region)


def _assign_letters(region: Region) -> None:
    """Take C for the score beside another impact, and S for the severity beside a score if there is no other impact.

    F beside another likelihood is none, but may be the women beside the men.
    """
    for column in region.columns:
        letter = phrase(column.name)
        neighbours = [other for other in region.columns if other is not column and other.groups == column.groups]
        beside = [other.field for other in neighbours]
        if letter == "c" and Field.IMPACT in beside:
            column.field = Field.SCORE
        elif letter == "s" and Field.IMPACT not in beside and {Field.LIKELIHOOD, Field.SCORE} <= set(beside):
            column.field = Field.IMPACT
        elif letter == "f" and Field.LIKELIHOOD in (other.field for other in neighbours if phrase(other.name) != "f"):
            column.field = Field.NOTE


def _twice(region: Region, column: HeadedColumn) -> bool:
    return sum(phrase(other.name) == phrase(column.name) for other in region.columns) > 1
