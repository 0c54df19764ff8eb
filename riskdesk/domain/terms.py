"""The words that stand in the printed documents beside those of `language`."""

from dataclasses import dataclass

from riskdesk.domain.gaps import GapKind
from riskdesk.domain.language import NBSP, words
from riskdesk.domain.printing import Column, Kind, Orientation
from riskdesk.domain.values import Language


@dataclass(frozen=True)
class Terms:
    """The printed terms of one language; {braces} are filled in by whoever prints."""

    kinds: dict[Kind, str]
    orientations: dict[Orientation, str]
    columns: dict[Column, str]
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
    gap_kinds: dict[GapKind, str]


def column_names(language: Language) -> dict[Column, str]:
    """What the columns of the working register are called where they are spoken of; the heads of two are a letter."""
    said = words(language)
    return terms(language).columns | {Column.LIKELIHOOD: said.likelihood, Column.IMPACT: said.impact}


def terms(language: Language) -> Terms:
    """The terms of a language."""
    return _FRENCH if language is Language.FRENCH else _ENGLISH


_ENGLISH = Terms(
    kinds={
        Kind.APPENDIX: "Appendix",
        Kind.WORKING: "Working risk register",
        Kind.MATRIX: "Risk matrix",
        Kind.SUMMARY: "Risk summary",
    },
    orientations={Orientation.PORTRAIT: "Portrait", Orientation.LANDSCAPE: "Landscape"},
    columns={
        Column.REFERENCE: "Ref.",
        Column.MITIGATIONS: "Mitigations",
        Column.ACTION_OWNER: "Action owner",
        Column.DUE_DATE: "Due date",
        Column.STATUS: "Status",
        Column.LIKELIHOOD: "L",
        Column.IMPACT: "I",
        Column.SCORE: "Score",
        Column.RESIDUAL: "Residual",
        Column.OWNER: "Owner",
        Column.NEXT_REVIEW: "Next review",
    },
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
    gaps="Gaps",
    gaps_none="None.",
    more="and {count} more",
    colon=":",
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
    kinds={
        Kind.APPENDIX: "Annexe",
        Kind.WORKING: "Registre de travail des risques",
        Kind.MATRIX: "Matrice des risques",
        Kind.SUMMARY: "Synthèse des risques",
    },
    orientations={Orientation.PORTRAIT: "Portrait", Orientation.LANDSCAPE: "Paysage"},
    columns={
        Column.REFERENCE: "Réf.",
        Column.MITIGATIONS: "Mesures",
        Column.ACTION_OWNER: "Responsable de la mesure",
        Column.DUE_DATE: "Échéance",
        Column.STATUS: "État",
        Column.LIKELIHOOD: "P",
        Column.IMPACT: "I",
        Column.SCORE: "Score",
        Column.RESIDUAL: "Résiduel",
        Column.OWNER: "Responsable",
        Column.NEXT_REVIEW: "Prochaine révision",
    },
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
    gaps="Lacunes",
    gaps_none="Aucune.",
    more="et {count} de plus",
    colon=f"{NBSP}:",
    gap_kinds={
        GapKind.NO_RISK: "Lignes sans risque",
        GapKind.NO_MITIGATION: "Lignes sans mesure",
        GapKind.NO_DESCRIPTION: "Risques ou mesures sans description",
        GapKind.NOT_ASSESSED: "Risques non évalués",
        GapKind.NO_OWNER: "Risques sans responsable",
        GapKind.NO_ACTION_OWNER: "Mesures sans responsable",
        GapKind.NO_DUE_DATE: "Mesures sans échéance",
        GapKind.OVERDUE: "Mesures en retard",
        GapKind.REVIEW_DUE: "Risques dont la révision est due",
        GapKind.NOT_ESCALATED: "Risques du niveau le plus élevé non remontés",
        GapKind.RESIDUAL_HIGHER: "Risques dont l’évaluation résiduelle dépasse l’évaluation initiale",
        GapKind.REFERENCE_TWICE: "Risques dont la référence est donnée deux fois",
        GapKind.PERIOD_REVERSED: "Périodes qui finissent avant de commencer",
    },
)
