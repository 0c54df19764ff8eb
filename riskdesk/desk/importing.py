"""Registers from the files of other programs: Word, Excel, LibreOffice, text, HTML."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from riskdesk.desk import registers, scales, transfer
from riskdesk.desk.comparing import apply
from riskdesk.domain.comparing import comparing
from riskdesk.domain.comparing.comparison import Comparison
from riskdesk.domain.folding import fold
from riskdesk.domain.growing import grow
from riskdesk.domain.importing import own, reading
from riskdesk.domain.importing.result import Import
from riskdesk.domain.label import Label
from riskdesk.domain.possible_scale import MOST_LEVELS
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem, NotFound
from riskdesk.domain.progress import Look, no_look
from riskdesk.domain.remap import Remap
from riskdesk.domain.returning.answering import answer
from riskdesk.domain.returning.finding import without_ids
from riskdesk.domain.returning.returning import returned
from riskdesk.domain.scale import Band, Level, Rule, Scale
from riskdesk.domain.sheets import Source
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language, Register, Value
from riskdesk.exchange.tables import asking
from riskdesk.exchange.tables.reading import ENCODINGS, ENDINGS

__all__ = ["ENCODINGS", "ENDINGS", "apply", "compare", "made_of", "read", "read_own", "source"]


def read(
    path: Path,
    language: Language,
    mapping: Mapping[str, Any] | None = None,
    answers: Mapping[str, str] | None = None,
    look: Look = no_look,
    known: Scale | None = None,
) -> Import:
    """What a file holds of a register, which is not stored yet; its tree is None if it holds none.

    `mapping` is that of an import before (`Import.mapping`), `answers` those to its questions by their ids;
    `"encoding"` among them names that of a text file. `look` is called again and again; what it raises ends the
    reading. FileProblem or InputProblem if the file cannot be read.
    """
    answers = answers or {}
    found, _ = made_of(source(path, answers, look), path.stem, language, mapping, answers, look, known)
    return found


def source(path: Path, answers: Mapping[str, str], look: Look = no_look) -> Source:
    """The tables in a file, in the encoding that is among the answers; raises as `read` does."""
    encoding = answers.get("encoding", "")
    if encoding and encoding not in ENCODINGS:
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "There is no encoding “{name}”; choose one of {known}."),
            name=encoding,
            known=", ".join(ENCODINGS),
        )
    return asking.read(path, encoding, look)


def made_of(
    source: Source,
    title: str,
    language: Language,
    mapping: Mapping[str, Any] | None = None,
    answers: Mapping[str, str] | None = None,
    look: Look = no_look,
    known: Scale | None = None,
) -> tuple[Import, list[tuple[str, str]]]:
    """What tables hold of a register, which has that title if it has none.

    The list is what each reference that was given twice is now.
    """
    found = _ours(source, title, language)
    if found is None:
        found = reading.read(without_ids(source, _usual()), scale, language, mapping, answers, look, known)
    if found.tree is None:
        return found, []
    tree = found.tree
    if not tree.register.title and not found.own:
        tree = replace(tree, register=replace(tree.register, title=title))
    given = set() if found.own else {(tree.register.id, "language")}
    if tree.register.title != found.tree.register.title:
        given.add((tree.register.id, "title"))
    return _numbered(replace(found, tree=tree, given=frozenset(given)))


def _ours(source: Source, title: str, language: Language) -> Import | None:
    """What a workbook or list of Riskdesk's own holds; None if a source is neither.

    A list has that title if it says nothing of its register. InputProblem if it is the answer of an owner, which comes
    in by a command of its own.
    """
    if answer(source) is not None:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem", "{file} holds the answer of an owner; take it in with “Take in answers…” in the File menu."
            ),
            file=source.name,
        )
    return returned(source, _usual()) or own.read(source, Register(scale=_usual(), language=language, title=title))


def _usual() -> Scale:
    return scales.profile(scales.DEFAULT)


def read_own(path: Path, language: Language, look: Look = no_look) -> tuple[Import, list[tuple[str, str]]]:
    """The register in a file of Riskdesk's, and what each reference that was given twice is now.

    It raises as `transfer.read` does.
    """
    return _numbered(Import(path.name, transfer.read(path, language, look)))


def compare(
    found: Import, here: RegisterTree, base: RegisterTree | None = None, remap: Remap | None = None
) -> Comparison:
    """What was read beside a register that exists; `base` is what the file was made of, `remap` as for `comparing`.

    NotFound if the file holds no register.
    """
    if found.tree is None:
        raise NotFound(QT_TRANSLATE_NOOP("Problem", "No list of risks was found in {file}."), file=found.name)
    told = (_as_told(it, found.given, here.register.language) for it in found.tree.values)
    return comparing.compare(grow(told), here, base, remap)


def _numbered(found: Import) -> tuple[Import, list[tuple[str, str]]]:
    """An import in which each risk has a reference of its own, and what each one that was given twice is now."""
    assert found.tree is not None, "it has a register"
    tree, changes = registers.renumbered(found.tree)
    pairs = zip(found.tree.risks, tree.risks, strict=True)
    given = {(after.id, "reference") for before, after in pairs if before.reference != after.reference}
    return replace(found, tree=tree, given=found.given | given), changes


def _as_told(value: Value, given: frozenset[tuple[str, str]], language: Language) -> Value:
    """A value without what was given to it, and a register in a language."""
    names = [it.name for it in fields(value) if (value.id, it.name) in given]
    empty: dict[str, Any] = {name: language if name == "language" else "" for name in names}
    return replace(value, **empty)


def scale(likelihood: tuple[str, ...], impact: tuple[str, ...]) -> Scale:
    """The scale of those levels, from low to high: a shipped one with the same words, else one of its own.

    Where a side has no levels, it has those of the default, or as many as the other.
    """
    shipped = scales.profile(scales.DEFAULT)
    for known in map(scales.profile, scales.PROFILES):
        if _has(known.likelihood, likelihood) and _has(known.impact, impact):
            return known
    levels = _levels(likelihood or impact, shipped.likelihood), _levels(impact or likelihood, shipped.impact)
    highest = len(levels[0]) * len(levels[1])
    return Scale(
        Label("As in the file", "Comme dans le fichier"), *levels, Rule.PRODUCT, tuple(_bands(shipped, highest))
    )


def _has(levels: tuple[Level, ...], names: tuple[str, ...]) -> bool:
    return not names or any(
        [fold(getattr(level.name, language)) for level in levels] == [fold(name) for name in names]
        for language in ("en", "fr")
    )


def _levels(names: tuple[str, ...], known: tuple[Level, ...]) -> tuple[Level, ...]:
    return tuple(Level(Label.same(name)) for name in _own_names(names[:MOST_LEVELS])) or known


def _own_names(names: tuple[str, ...]) -> Iterator[str]:
    """Names of which none is empty or stands twice: by their numbers where it would be."""
    counts = Counter(name.strip().casefold() for name in names)
    for number, name in enumerate(names, 1):
        told = name.strip()
        yield told if counts[told.casefold()] == 1 and told else f"{told} ({number})" if told else str(number)


def _bands(shipped: Scale, highest: int) -> Iterator[Band]:
    """The shipped bands, as high in proportion; those that would be empty are left out."""
    last = 0
    for band in shipped.bands:
        upto = max(1, round(band.upto * highest / shipped.bands[-1].upto))
        if upto > last:
            last = upto
            yield replace(band, upto=upto)
