"""Scales as hypothesis makes them: any that may enter a store, and records of them as older formats had them."""

from collections.abc import Iterator
from functools import partial

from hypothesis import strategies as st

from riskdesk.domain.label import Label
from riskdesk.domain.records import Record
from riskdesk.domain.scale import Band, BandColour, Level, Rule, Scale
from riskdesk.domain.text import tidy

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=12).map(partial(tidy, one_line=True))
MOST = 6


def labels(scale: Scale) -> Iterator[Label]:
    """All that a scale says in both languages."""
    yield scale.name
    for level in (*scale.likelihood, *scale.impact):
        yield from (level.name, level.definition)
    yield from (band.name for band in scale.bands)


@st.composite
def scale_values(draw: st.DrawFn) -> Scale:
    """Any scale that may enter a store."""
    likelihood, impact, bands = (draw(st.integers(1, MOST)) for _ in range(3))
    rule = draw(st.sampled_from(Rule))
    return Scale(
        _label(draw, "Scale"),
        tuple(Level(_label(draw, f"L{number}"), Label(draw(WORDS), draw(WORDS))) for number in range(likelihood)),
        tuple(Level(_label(draw, f"I{number}"), Label.same(draw(WORDS))) for number in range(impact)),
        rule,
        tuple(
            Band(_label(draw, f"B{place}"), upto, draw(st.none() | st.sampled_from(BandColour)))
            for place, upto in enumerate(_ends(draw, bands))
        ),
        _table(draw, likelihood, impact, bands) if rule is Rule.TABLE else (),
        draw(st.sampled_from(["", "5x5"])),
        draw(st.none() | st.integers(0, bands - 1)),
    )


@st.composite
def records_of_format_4(draw: st.DrawFn) -> Record:
    """A record of a scale as Riskdesk wrote it up to format 4, with words in one language."""
    likelihood, impact, bands = (draw(st.integers(1, MOST)) for _ in range(3))
    rule = draw(st.sampled_from(Rule))
    record: Record = {
        "name": draw(WORDS),
        "profile": draw(st.sampled_from(["", "5x5"])),
        "likelihood": [{"name": draw(WORDS), "definition": draw(WORDS)} for _ in range(likelihood)],
        "impact": [{"name": draw(WORDS), "definition": draw(WORDS)} for _ in range(impact)],
        "rule": rule.value,
        "bands": [{"name": draw(WORDS), "upto": draw(st.integers(-5, 99))} for _ in range(bands)],
    }
    table = [list(row) for row in _table(draw, likelihood, impact, bands)]
    return record | ({"table": table} if rule is Rule.TABLE else {})


def _label(draw: st.DrawFn, stem: str) -> Label:
    """A name that no other one has; one language may be left empty."""
    both = draw(st.sampled_from([(stem, stem), (f"{stem} en", f"{stem} fr"), (stem, ""), ("", stem)]))
    return Label(*both)


def _ends(draw: st.DrawFn, bands: int) -> list[int]:
    ends = draw(st.sets(st.integers(0, MOST * MOST - 1), min_size=bands - 1, max_size=bands - 1))
    return [*sorted(ends), MOST * MOST]


def _table(draw: st.DrawFn, likelihood: int, impact: int, bands: int) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(draw(st.integers(0, bands - 1)) for _ in range(impact)) for _ in range(likelihood))
