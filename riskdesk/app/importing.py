"""The command that imports registers from files of Riskdesk and of other programs."""

import json
from argparse import Namespace
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import Any

from riskdesk.app import stores
from riskdesk.app.answers import answers_in, mapping_in, require_choices, tell_unasked, tell_unmapped
from riskdesk.app.commands import pick
from riskdesk.app.speech import Counted, language, title_of, translate
from riskdesk.desk import registers, transfer
from riskdesk.desk.session import Session
from riskdesk.domain import json_text
from riskdesk.domain.document import to_document
from riskdesk.domain.importing.messages import LeftOut, Message, Question
from riskdesk.domain.importing.place_names import place_words
from riskdesk.domain.importing.result import Import
from riskdesk.domain.importing.tables.roles import ROLES
from riskdesk.domain.language import words
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, NotFound
from riskdesk.domain.scale import Scale
from riskdesk.domain.sheets import FilePlace, Source
from riskdesk.domain.telling import Telling
from riskdesk.domain.text import shortened
from riskdesk.domain.tree import EntryTree, RegisterTree


def take_in(options: Namespace) -> int:
    """Add the register of a file to a store, or import it into an existing one; `--dry-run` only reports."""
    answers = answers_in(options.answers)
    if options.into is not None:
        return _take_into(options, answers)
    reading = _Reading(options)
    import_, changes = reading.made_of(answers)
    tree = _required(import_, options.source)
    require_choices(import_.questions, answers)
    tell_unasked(answers, {question.id for question in import_.questions}, reading.questions)
    tell_unmapped(options, import_)
    with _session(options) as session:
        (session.rehearse if options.dry_run else session.run)(registers.add(tree))
    if options.json:
        print(json_text.written(_as_json(import_, tree)), end="")
        return 0
    if options.dry_run and import_.roles:
        print(*_preview(import_, tree), sep="\n")
    for old, new in changes:
        print(translate("CommandLine", "{old} was given twice; the second is now {new}").format(old=old, new=new))
    print(translate("CommandLine", "{title}: {counts}").format(title=title_of(tree.register), counts=_counts(tree)))
    _tell_remarks(import_, options)
    return 0


def _take_into(options: Namespace, answers: dict[str, str]) -> int:
    """Compare the file with the register that is named, and apply the choices of the answers, else the usual ones."""
    from riskdesk.app import comparing
    from riskdesk.desk import importing

    choices, remap = comparing.choices_in(answers), comparing.remap_in(answers)
    with _session(options) as session:
        here = session.tree(pick(session.registers(), options.into, options.file, "--into").id)
        reading = _Reading(options, here.register.scale)
        import_, _ = reading.made_of(answers)
        _required(import_, options.source)
        require_choices(import_.questions, answers)
        comparison = importing.compare(import_, here, remap=remap)
        asked_ids = comparing.keys(comparison) | {question.id for question in import_.questions}
        tell_unasked(answers, asked_ids, reading.questions)
        tell_unmapped(options, import_)
        (session.rehearse if options.dry_run else session.run)(importing.apply(comparison, choices))
    if options.json:
        content = _as_json(import_, comparison.incoming) | {"comparison": comparing.as_json(comparison, choices)}
        print(json_text.written(content), end="")
        return 0
    if options.dry_run:
        telling = Telling(language(), translate).on(here.register.scale, here.register.scale)
        difference_lines = comparing.lines(comparison, choices, telling)
        for line in (*_roles(import_), *difference_lines, *(_remarks(import_) if import_.roles else ())):
            print(line)
    counts = comparing.summary(comparison, choices)
    print(translate("CommandLine", "{title}: {counts}").format(title=title_of(here.register), counts=counts))
    _tell_remarks(import_, options)
    return 0


class _Reading:
    """The file that is imported, which can be read repeatedly, with different answers to its questions."""

    def __init__(self, options: Namespace, known_scale: Scale | None = None) -> None:
        self._path, self._known_scale = Path(options.source), known_scale
        self._is_own = self._path.suffix.lower() in transfer.ENDINGS
        self._map = mapping_in(options.map)
        self._sources: dict[str, Source] = {}

    def made_of(self, answers: Mapping[str, str]) -> tuple[Import, list[tuple[str, str]]]:
        """The import of the file, and each reference that occurred twice in it with its new one."""
        from riskdesk.desk import importing

        if self._is_own:
            return importing.read_own(self._path, language())
        encoding = answers.get("encoding", "")
        if encoding not in self._sources:
            self._sources[encoding] = importing.source(self._path, answers)
        source, stem = self._sources[encoding], self._path.stem
        return importing.made_of(source, stem, language(), self._map, answers, known=self._known_scale)

    def questions(self, answers: Mapping[str, str]) -> tuple[Question, ...]:
        """The questions that arise when those answers are given."""
        return () if self._is_own else self.made_of(answers)[0].questions


def _session(options: Namespace) -> AbstractContextManager[Session]:
    file = Path(options.file)
    return closing(stores.reading(file)) if options.dry_run else stores.writing(file)


def _required(import_: Import, source: str) -> RegisterTree:
    if import_.tree is None:
        reasons = " ".join(_roles(import_))
        if not reasons:
            raise NotFound(QT_TRANSLATE_NOOP("Problem", "No risk was found in {file}."), file=source)
        raise NotFound(
            QT_TRANSLATE_NOOP("Problem", "No risk was found in {file}: {reasons}"), file=source, reasons=reasons
        )
    return import_.tree


def _counts(tree: RegisterTree) -> str:
    return ", ".join(
        (
            Counted.tr("%Ln category(s)", "", len(tree.categories)),
            Counted.tr("%Ln risk(s)", "", len(list(tree.risks))),
            Counted.tr("%Ln mitigation(s)", "", len(list(tree.mitigations))),
        )
    )


def _tell_remarks(import_: Import, options: Namespace) -> None:
    """Print how many remarks there are, unless a dry run has listed them; of a file of Riskdesk, which has few, all."""
    if import_.roles and options.dry_run:
        return
    lines: Iterator[str] = _summary(import_) if import_.roles else map(_message, import_.messages)
    for line in lines:
        print(line)


def _summary(import_: Import) -> Iterator[str]:
    if import_.messages:
        yield Counted.tr("%Ln warning(s)", "", len(import_.messages))
    if import_.questions:
        yield Counted.tr("%Ln question(s), for which the usual answer was taken", "", len(import_.questions))
    if import_.left_out:
        yield Counted.tr("%Ln place(s) of the file left out", "", len(import_.left_out))
    if import_.messages or import_.questions or import_.left_out:
        yield translate("CommandLine", "--dry-run lists them all.")


def _preview(import_: Import, tree: RegisterTree) -> Iterator[str]:
    """What would be created, row by row, with places, warnings and questions."""
    yield from _roles(import_)
    for category in tree.categories:
        yield ""
        yield category.category.title or translate("CommandLine", "(no category)")
        for entry in category.entries:
            yield from _entry(import_, tree, entry)
    yield from _remarks(import_)


def _roles(import_: Import) -> Iterator[str]:
    for role in import_.roles:
        yield _at(role.place, _reason(role.reason))


def _remarks(import_: Import) -> Iterator[str]:
    yield from _section(translate("CommandLine", "Warnings"), map(_message, import_.messages))
    yield from _section(translate("CommandLine", "Questions"), map(_question, import_.questions))
    yield from _section(translate("CommandLine", "Left out"), map(_left_out, import_.left_out))
    yield ""


def _entry(import_: Import, tree: RegisterTree, entry: EntryTree) -> Iterator[str]:
    wording = words(tree.register.language)
    for risk in entry.risks:
        levels = [wording.assessment(risk.likelihood, risk.impact)] if risk.likelihood or risk.impact else []
        about = " ".join((risk.reference, risk.title or risk.description, *(f"[{level}]" for level in levels)))
        yield f"  • {about}  ({_where(import_.places[risk.id])})"
    for mitigation in entry.mitigations:
        about = ", ".join(
            filter(None, (mitigation.action_owner, wording.date(mitigation.due_date) if mitigation.due_date else ""))
        )
        yield f"    → {mitigation.description}" + (f" [{about}]" if about else "")


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    texts = list(lines)
    if texts:
        yield from ("", title, *(f"  {line}" for line in texts))


def _message(message: Message) -> str:
    return _at(message.place, message.translated(translate, language()))


def _question(question: Question) -> str:
    answer = translate("CommandLine", "{id} = {answer}").format(id=question.id, answer=question.default or "–")
    return _at(question.place, f"{question.translated(translate, language())} ({answer})")


def _left_out(item: LeftOut) -> str:
    excerpt = shortened(" ".join(item.excerpt.split()), 70)
    return _at(item.place, f"{excerpt} – {item.translated(translate, language())}")


def _at(place: FilePlace, sentence: str) -> str:
    """A sentence for the user with the place in the file to which it refers."""
    return translate("CommandLine", "{place}: {told}").format(place=_where(place), told=sentence)


def _reason(key: str) -> str:
    return translate("Import", ROLES[key])


def _where(place: FilePlace) -> str:
    return place_words(place, translate)


def _as_json(import_: Import, tree: RegisterTree) -> dict[str, Any]:
    return {
        "register": json.loads(to_document(tree)),
        "places": {identity: _where(place) for identity, place in import_.places.items()},
        "roles": [
            {"place": _where(role.place), "role": role.role, "reason": _reason(role.reason)} for role in import_.roles
        ],
        "warnings": [
            {
                "kind": message.kind,
                "place": _where(message.place),
                "found": message.excerpt,
                "text": message.translated(translate, language()),
            }
            for message in import_.messages
        ],
        "questions": [
            {
                "id": question.id,
                "kind": question.kind,
                "place": _where(question.place),
                "found": question.excerpt,
                "choices": list(question.choices),
                "default": question.default,
                "text": question.translated(translate, language()),
            }
            for question in import_.questions
        ],
        "left_out": [
            {
                "reason": item.reason,
                "place": _where(item.place),
                "found": item.excerpt,
                "text": item.translated(translate, language()),
            }
            for item in import_.left_out
        ],
        "mapping": import_.mapping,
    }
