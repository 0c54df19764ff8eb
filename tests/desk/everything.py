"""All choices of a comparison."""

from riskdesk.domain.comparing.comparison import Choice, Comparison


def everything(comparison: Comparison) -> dict[str, Choice]:
    """All of the file: what it lacks goes, and what it leaves empty is emptied; references stay."""
    keys = [row.key for row in comparison.rows]
    keys += [difference.key for difference in comparison.differences if difference.field != "reference"]
    return dict.fromkeys(keys, Choice.TAKE)
