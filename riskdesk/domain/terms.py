"""The words that stand in the printed documents beside those of `language`."""

from dataclasses import dataclass

from riskdesk.domain import codes
from riskdesk.domain.codes import Codes
from riskdesk.domain.fields import heads
from riskdesk.domain.gaps import GapKind
from riskdesk.domain.language import NBSP
from riskdesk.domain.values import Language


@dataclass(frozen=True)
class Terms:
    """The printed terms of one language; {braces} are filled in by whoever prints."""

    language: Language
    risk: str
    due: str
    highest_of_row: str
    too_many_levels: str
    level: str
    scale: str
    range: str
    inherent: str
    residual: str
    highest: str
    highest_none: str
    counts: str
    category: str
    total: str
    overdue: str
    overdue_none: str
    mitigation: str
    gaps: str
    gaps_none: str
    more: str
    colon: str
    left_out: str
    gap_kinds: dict[GapKind, str]

    @property
    def kinds(self) -> dict[str, str]:
        """What the kinds of document are called."""
        return self._words(codes.DOCUMENTS)

    @property
    def orientations(self) -> dict[str, str]:
        """What the ways to turn the paper are called."""
        return self._words(codes.ORIENTATIONS)

    @property
    def columns(self) -> dict[str, str]:
        """The column heads of the working register."""
        return heads(self.language)

    def _words(self, known: Codes) -> dict[str, str]:
        return {code: label.text(self.language) for code, label in known.items()}


def terms(language: Language) -> Terms:
    """The terms of a language."""
    return _FRENCH if language is Language.FRENCH else _ENGLISH


_ENGLISH = Terms(
    language=Language.ENGLISH,
    risk="Risk",
    due="due {date}",
    too_many_levels="The scale has too many levels for a matrix on this paper.",
    level="Level",
    highest_of_row="The stripe at the left of a row and its scores in bold are those of its highest risk.",
    scale="Scale: {name}",
    range="{band} ({low} to {high})",
    inherent="Before mitigation",
    residual="After mitigation (residual)",
    highest="Highest risks",
    highest_none="No risk is assessed.",
    counts="Risks by category and band",
    category="Category",
    total="Total",
    overdue="Mitigations overdue on {date}",
    overdue_none="None.",
    mitigation="Mitigation",
    gaps="Gaps on {date}",
    gaps_none="None.",
    more="and {count} more",
    colon=":",
    left_out="Closed or rejected risks left out",
    gap_kinds={
        GapKind.NO_RISK: "Entries without a risk",
        GapKind.NO_MITIGATION: "Entries without a mitigation",
        GapKind.NO_DESCRIPTION: "Risks or mitigations without a description",
        GapKind.NOT_ASSESSED: "Risks not assessed",
        GapKind.NO_OWNER: "Risks without an owner",
        GapKind.NO_ACTION_OWNER: "Mitigations without an action owner",
        GapKind.NO_DUE_DATE: "Mitigations without a due date",
        GapKind.OVERDUE: "Mitigations overdue",
        GapKind.REVIEW_DUE: "Risks whose review is due",
        GapKind.NOT_ESCALATED: "Risks in the highest band and not escalated",
        GapKind.RESIDUAL_HIGHER: "Risks with a residual assessment above the inherent one",
        GapKind.REFERENCE_TWICE: "Risks whose reference is given twice",
        GapKind.PERIOD_REVERSED: "Periods that end before they begin",
    },
)

_FRENCH = Terms(
    language=Language.FRENCH,
    risk="Risque",
    due="échéance le {date}",
    too_many_levels="L’échelle a trop de niveaux pour une matrice sur ce papier.",
    level="Niveau",
    highest_of_row="Le trait à gauche d’une ligne et ses scores en gras sont ceux de son risque le plus élevé.",
    scale=f"Échelle{NBSP}: {{name}}",
    range="{band} ({low} à {high})",
    inherent="Avant les mesures",
    residual="Après les mesures (résiduel)",
    highest="Risques les plus élevés",
    highest_none="Aucun risque n’est évalué.",
    counts="Risques par catégorie et par niveau",
    category="Catégorie",
    total="Total",
    overdue="Mesures en retard au {date}",
    overdue_none="Aucune.",
    mitigation="Mesure",
    gaps="Lacunes au {date}",
    gaps_none="Aucune.",
    more="et {count} de plus",
    colon=f"{NBSP}:",
    left_out="Risques clos ou rejetés non repris",
    gap_kinds={
        GapKind.NO_RISK: "Lignes sans risque",
        GapKind.NO_MITIGATION: "Lignes sans mesure",
        GapKind.NO_DESCRIPTION: "Risques ou mesures sans description",
        GapKind.NOT_ASSESSED: "Risques non évalués",
        GapKind.NO_OWNER: "Risques sans responsable",
        GapKind.NO_ACTION_OWNER: "Mesures sans responsable",
        GapKind.NO_DUE_DATE: "Mesures sans échéance",
        GapKind.OVERDUE: "Mesures en retard",
        GapKind.REVIEW_DUE: "Risques dont le réexamen est à effectuer",
        GapKind.NOT_ESCALATED: "Risques du niveau le plus élevé non remontés",
        GapKind.RESIDUAL_HIGHER: "Risques dont l’évaluation résiduelle dépasse l’évaluation initiale",
        GapKind.REFERENCE_TWICE: "Risques dont la référence est donnée deux fois",
        GapKind.PERIOD_REVERSED: "Périodes qui finissent avant de commencer",
    },
)
