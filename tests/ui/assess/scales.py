"""A scale of the user’s own, in force."""

from riskdesk.domain.label import Label
from riskdesk.domain.scale import Band, Level, Rule, Scale


def own_scale(rows: int, columns: int, rule: Rule) -> Scale:
    levels = tuple(
        Level(Label.same(f"Level number {number}"), Label.same("What it means, at some length. " * 4))
        for number in range(12)
    )
    table = tuple(tuple((row + column) % 2 for column in range(columns)) for row in range(rows))
    bands = (Band(Label.same("Low"), rows), Band(Label.same("Very, very high"), rows * columns))
    if rule is Rule.TABLE:
        return Scale(
            Label.same("Own"),
            levels[:rows],
            levels[:columns],
            rule,
            (Band(Label.same("Low")), Band(Label.same("Very, very high"))),
            table,
        )
    return Scale(Label.same("Own"), levels[:rows], levels[:columns], rule, bands)
