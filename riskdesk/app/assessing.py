"""The command that assesses a risk."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from riskdesk.app import stores
from riskdesk.app.commands import pick
from riskdesk.app.showing import outcome
from riskdesk.app.speech import translate
from riskdesk.desk import risks
from riskdesk.domain.assessing import Pair
from riskdesk.domain.fields import FIELDS
from riskdesk.domain.folding import fold
from riskdesk.domain.language import words
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem, NotFound
from riskdesk.domain.references import is_reference
from riskdesk.domain.scale import Assessment, Level, Scale
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language, Risk

_NONE = "-"
# The greatest number of risks or levels that a message names.
_MOST = 40


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments for a risk and its assessment."""
    parser.add_argument(
        "risk", metavar=translate("CommandLine", "RISK"), help=translate("CommandLine", "its reference or id")
    )
    level = translate("CommandLine", "a level by its number or name; - for none")
    parser.add_argument("likelihood", metavar=translate("CommandLine", "LIKELIHOOD"), help=level)
    parser.add_argument("impact", metavar=translate("CommandLine", "IMPACT"), help=level)
    parser.add_argument(
        "--residual", action="store_true", help=translate("CommandLine", "the assessment after the mitigations")
    )
    dry = translate("CommandLine", "report the result, and change nothing")
    parser.add_argument("--dry-run", action="store_true", help=dry)


def assess(options: Namespace) -> int:
    """Assess a risk, and print the result."""
    file, pair = Path(options.file), Pair.RESIDUAL if options.residual else Pair.INHERENT
    with closing(stores.reading(file)) if options.dry_run else stores.writing(file) as session:
        tree = session.tree(pick(session.registers(), options.register, options.file).id)
        risk, scale = _risk(tree, options.risk), tree.register.scale
        levels = (_level(scale, half, getattr(options, half), tree.register.language) for half in Pair.INHERENT.halves)
        assessment = Assessment(*levels)
        (session.rehearse if options.dry_run else session.run)(risks.assess([risk.id], pair, assessment))
    print(f"{risk.reference}  {outcome(assessment, scale, words(tree.register.language))}")
    return 0


def _risk(tree: RegisterTree, name: str) -> Risk:
    """The risk with that reference or id."""
    matches = [risk for risk in tree.risks if name == risk.id or is_reference(name, risk.reference)]
    if len(matches) == 1:
        return matches[0]
    if matches:
        raise NotFound(
            QT_TRANSLATE_NOOP("Problem", "Several risks have the reference {name}; choose one by its id: {ids}."),
            name=name,
            ids=", ".join(risk.id for risk in matches),
        )
    raise NotFound(
        QT_TRANSLATE_NOOP("Problem", "The register has no risk “{name}”; it has: {names}."),
        name=name,
        names=_listed([risk.reference or risk.id for risk in tree.risks]),
    )


def _level(scale: Scale, half: str, name: str, language: Language) -> int | None:
    """The level with that number, or with that name in either language."""
    if name == _NONE:
        return None
    levels: tuple[Level, ...] = getattr(scale, half)
    numbers = {fold(text): number for number, level in enumerate(levels, 1) for text in (level.name.en, level.name.fr)}
    numbers |= {str(number): number for number, _ in enumerate(levels, 1)}
    if fold(name) in numbers:
        return numbers[fold(name)]
    raise InputProblem(
        QT_TRANSLATE_NOOP("Problem", "There is no level “{name}” for {field}; choose among: {levels}, or - for none."),
        name=name,
        field=FIELDS["risk"][half].label.in_sentence,
        levels=_listed([level.numbered(number, language) for number, level in enumerate(levels, 1)]),
    )


def _listed(names: Sequence[str]) -> str:
    return ", ".join([*names[:_MOST], *["…"] * (len(names) > _MOST)]) or "–"
