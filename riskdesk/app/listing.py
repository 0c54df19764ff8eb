"""A register as text for the terminal."""

import shutil
import textwrap
from collections.abc import Iterator

from riskdesk.domain.language import Words, words
from riskdesk.domain.scale import Assessment, Scale
from riskdesk.domain.tree import EntryTree, RegisterTree
from riskdesk.domain.values import Register, Risk

_WIDEST = 100


def listing(tree: RegisterTree) -> str:
    """The register, wrapped to the width of the terminal."""
    width = min(_WIDEST, shutil.get_terminal_size().columns)
    told = words(tree.register.language)
    lines = [*_head(tree.register, told)]
    for number, category in enumerate(tree.categories, 1):
        lines += ["", f"{number}. {category.category.title}"]
        for entry in category.entries:
            lines += ["", *_entry(tree, entry, told)]
    return "\n".join(wrapped for line in lines for wrapped in _wrapped(line, width)) + "\n"


def outcome(assessment: Assessment, scale: Scale, told: Words) -> str:
    """Both halves of an assessment, and the score and the band as far as there are: L4 I3 12 High."""
    band, score = scale.band(assessment), scale.score(assessment)
    parts = [
        told.assessment(assessment.likelihood, assessment.impact),
        "" if score is None else str(score),
        band.name.text(told.language) if band else "",
    ]
    return " ".join(part for part in parts if part)


def _head(register: Register, told: Words) -> Iterator[str]:
    yield register.heading or told.heading
    yield register.title
    facts = [register.reference, told.date(register.date) if register.date else "", register.handling_mark]
    yield " · ".join(fact for fact in facts if fact)


def _entry(tree: RegisterTree, entry: EntryTree, told: Words) -> Iterator[str]:
    yield f"   {told.risks_column}"
    for risk in entry.risks:
        yield f"   • {risk.reference} {risk.description}{_mark(tree, risk, told)}"
    yield f"   {told.mitigations_column}"
    for mitigation in entry.mitigations:
        yield f"   • {mitigation.description}"


def _mark(tree: RegisterTree, risk: Risk, told: Words) -> str:
    end = told.end(risk)
    return _assessed(tree, risk, told) + (f" [{end}]" if end else "")


def _assessed(tree: RegisterTree, risk: Risk, told: Words) -> str:
    assessment = risk.assessment
    return "" if assessment == Assessment() else f" [{outcome(assessment, tree.register.scale, told)}]"


def _wrapped(line: str, width: int) -> list[str]:
    inner = line.lstrip(" ")
    indent = " " * (len(line) - len(inner))
    hanging = indent + ("  " if inner.startswith("•") else "")
    paragraphs = inner.split("\n")
    wrapped = [
        part
        for place, paragraph in enumerate(paragraphs)
        for part in textwrap.wrap(
            paragraph,
            width,
            initial_indent=hanging if place else indent,
            subsequent_indent=hanging,
            break_on_hyphens=False,
        )
    ]
    return wrapped or [""]
