"""Importing registers from files of other programs: Word, Excel, LibreOffice, text, HTML."""

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
from riskdesk.domain.importing import reading
from riskdesk.domain.importing.messages import Message
from riskdesk.domain.importing.own import own
from riskdesk.domain.importing.result import Import
from riskdesk.domain.label import Label
from riskdesk.domain.possible_scale import MOST_LEVELS
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem, NotFound
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.remap import Remap
from riskdesk.domain.returning.answering import answer
from riskdesk.domain.returning.finding import without_own_columns
from riskdesk.domain.returning.returning import returned
from riskdesk.domain.scale import Band, Level, Rule, Scale
from riskdesk.domain.sheets import FilePlace, Source
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
    checkpoint: Checkpoint = never_cancelled,
    known: Scale | None = None,
) -> Import:
    """The register in a file, not stored yet; its tree is None if the file holds no register.

    `mapping` is that of an earlier import (`Import.mapping`), `answers` are answers to its questions by their ids,
    including `"encoding"`, the encoding of a text file. `checkpoint` may cancel the reading. FileProblem or
    InputProblem if the file cannot be read.
    """
    answers = answers or {}
    imported, _ = made_of(source(path, answers, checkpoint), path.stem, language, mapping, answers, checkpoint, known)
    return imported


def source(path: Path, answers: Mapping[str, str], checkpoint: Checkpoint = never_cancelled) -> Source:
    """The tables in a file, read in the encoding given by the answers, if any; raises as `read` does."""
    encoding = answers.get("encoding", "")
    if encoding and encoding not in ENCODINGS:
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "There is no encoding “{name}”; choose one of {known}."),
            name=encoding,
            known=", ".join(ENCODINGS),
        )
    return asking.read(path, encoding, checkpoint)


def made_of(
    source: Source,
    title: str,
    language: Language,
    mapping: Mapping[str, Any] | None = None,
    answers: Mapping[str, str] | None = None,
    checkpoint: Checkpoint = never_cancelled,
    known: Scale | None = None,
) -> tuple[Import, list[tuple[str, str]]]:
    """The register in tables, with `title` if they give none, and the new references.

    The list pairs each reference that occurred twice with its replacement.
    """
    imported = _ours(source, title, language)
    if imported is None:
        readable = without_own_columns(source, _usual())
        imported = reading.read(readable, scale, language, mapping, answers, checkpoint, known)
    if imported.tree is None:
        return imported, []
    tree = imported.tree
    if not tree.register.title and not imported.own:
        tree = replace(tree, register=replace(tree.register, title=title))
    filled_in = set() if imported.own else {(tree.register.id, "language")}
    if tree.register.title != imported.tree.register.title:
        filled_in.add((tree.register.id, "title"))
    return _numbered(replace(imported, tree=tree, not_in_file=frozenset(filled_in)))


def _ours(source: Source, title: str, language: Language) -> Import | None:
    """The register in a workbook or CSV table of Riskdesk's own; None if the source is neither.

    A table that does not name its register gets that title. InputProblem if the source is the answer of an owner, for
    which there is another command.
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


def read_own(
    path: Path, language: Language, checkpoint: Checkpoint = never_cancelled
) -> tuple[Import, list[tuple[str, str]]]:
    """The register in a file of Riskdesk's own, and the new references as in `made_of`; raises as `transfer.read`."""
    unknown: list[str] = []
    tree = transfer.read(path, language, checkpoint, unknown.extend)
    messages = (Message("unknown_names", FilePlace(), ", ".join(unknown)),) if unknown else ()
    return _numbered(Import(path.name, tree, messages=messages))


def compare(
    imported: Import, here: RegisterTree, base: RegisterTree | None = None, remap: Remap | None = None
) -> Comparison:
    """Compare an import with the existing register `here`; `base` and `remap` as for `comparing.compare`.

    NotFound if the file holds no register.
    """
    if imported.tree is None:
        raise NotFound(QT_TRANSLATE_NOOP("Problem", "No risk was found in {file}."), file=imported.name)
    file_values = (_as_in_file(value, imported.not_in_file, here.register.language) for value in imported.tree.values)
    return comparing.compare(grow(file_values), here, base, remap)


def _numbered(imported: Import) -> tuple[Import, list[tuple[str, str]]]:
    """An import in which each risk has a reference of its own, and the new references as in `made_of`."""
    assert imported.tree is not None, "it has a register"
    tree, changes = registers.renumbered(imported.tree)
    pairs = zip(imported.tree.risks, tree.risks, strict=True)
    filled_in = {(after.id, "reference") for before, after in pairs if before.reference != after.reference}
    return replace(imported, tree=tree, not_in_file=imported.not_in_file | filled_in), changes


def _as_in_file(value: Value, filled_in: frozenset[tuple[str, str]], language: Language) -> Value:
    """A copy of a value without what the import filled in: such fields are empty, language is that of the register."""
    names = [field.name for field in fields(value) if (value.id, field.name) in filled_in]
    empty: dict[str, Any] = {name: language if name == "language" else "" for name in names}
    return replace(value, **empty)


def scale(likelihood: tuple[str, ...], impact: tuple[str, ...]) -> Scale:
    """The scale with those levels, from low to high: a shipped one if its words are the same, else a new one.

    If one half has no levels, those of the other half are used; if neither has any, those of the default scale.
    """
    shipped = scales.profile(scales.DEFAULT)
    for profile_scale in map(scales.profile, scales.PROFILES):
        if _has(profile_scale.likelihood, likelihood) and _has(profile_scale.impact, impact):
            return profile_scale
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


def _levels(names: tuple[str, ...], default_levels: tuple[Level, ...]) -> tuple[Level, ...]:
    return tuple(Level(Label.same(name)) for name in _own_names(names[:MOST_LEVELS])) or default_levels


def _own_names(names: tuple[str, ...]) -> Iterator[str]:
    """The names, with their numbers added to names that are empty or occur twice."""
    counts = Counter(name.strip().casefold() for name in names)
    for number, name in enumerate(names, 1):
        text = name.strip()
        yield text if counts[text.casefold()] == 1 and text else f"{text} ({number})" if text else str(number)


def _bands(shipped: Scale, highest: int) -> Iterator[Band]:
    """The shipped bands, their limits scaled to the `highest` score; empty ones are omitted."""
    last = 0
    for band in shipped.bands:
        upto = max(1, round(band.upto * highest / shipped.bands[-1].upto))
        if upto > last:
            last = upto
            yield replace(band, upto=upto)
