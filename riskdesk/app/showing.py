"""A register as text for the terminal, as `riskdesk show` prints it, and an assessment in short."""

import shutil
import textwrap
from collections.abc import Iterator

from riskdesk.domain.language import Words, words
from riskdesk.domain.scale import Assessment, Scale
from riskdesk.domain.tree import EntryTree, RegisterTree
from riskdesk.domain.values import Register, Risk

_WIDEST = 100


def register_text(tree: RegisterTree) -> str:
    """The register, wrapped to the width of the terminal."""
    width = min(_WIDEST, shutil.get_terminal_size().columns)
    wording = words(tree.register.language)
    lines = [*_head(tree.register, wording)]
    for number, category in enumerate(tree.categories, 1):
        lines += ["", f"{number}. {category.category.title}"]
        for entry in category.entries:
            lines += ["", *_entry(tree, entry, wording)]
    return "\n".join(wrapped for line in lines for wrapped in _wrapped(line, width)) + "\n"


def outcome(assessment: Assessment, scale: Scale, wording: Words) -> str:
    """An assessment in short: both levels, then score and band if there are any, as in L4 I3 12 High."""
    levels = wording.assessment(assessment.likelihood, assessment.impact)
    return " ".join(filter(None, (levels, scale.outcome(assessment, wording.language))))


def _head(register: Register, wording: Words) -> Iterator[str]:
    yield register.heading or wording.heading
    yield register.title or wording.untitled
    facts = [register.reference, wording.date(register.date) if register.date else "", register.handling_mark]
    yield " · ".join(fact for fact in facts if fact)


def _entry(tree: RegisterTree, entry: EntryTree, wording: Words) -> Iterator[str]:
    yield f"   {wording.risks_column}"
    for risk in entry.risks:
        yield f"   • {risk.reference} {risk.description}{_mark(tree, risk, wording)}"
    yield f"   {wording.mitigations_column}"
    for mitigation in entry.mitigations:
        yield f"   • {mitigation.description}"


def _mark(tree: RegisterTree, risk: Risk, wording: Words) -> str:
    end = wording.end(risk)
    return _assessed(tree, risk, wording) + (f" [{end}]" if end else "")


def _assessed(tree: RegisterTree, risk: Risk, wording: Words) -> str:
    assessment = risk.assessment
    return "" if assessment == Assessment() else f" [{outcome(assessment, tree.register.scale, wording)}]"


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
