"""The words of the printed documents, in addition to those of `language`."""

from typing import NamedTuple

from riskdesk.domain import codes
from riskdesk.domain.codes import Codes
from riskdesk.domain.fields import heads, meanings
from riskdesk.domain.gaps import GapKind
from riskdesk.domain.language import NBSP, words
from riskdesk.domain.values import Language


class Terms(NamedTuple):
    """The printed terms of one language; {braces} are filled in when printed, `more` is for one and for several."""

    language: Language
    risk: str
    action_owner: str
    due: str
    highest_of_row: str
    too_many_levels: str
    level: str
    scale: str
    range: str
    tolerance: str
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
    waived: str
    more: tuple[str, str]
    left_out: str
    gap_kinds: dict[GapKind, str]
    gap_heads: dict[GapKind, str]

    @property
    def kinds(self) -> dict[str, str]:
        """The names of the kinds of document."""
        return self._words(codes.DOCUMENTS)

    @property
    def meanings(self) -> dict[str, str]:
        """The full labels of the column heads that are shortened."""
        return meanings(self.language)

    @property
    def columns(self) -> dict[str, str]:
        """The column heads of the working register."""
        return heads(self.language)

    def with_scores(self, band: str, scores: tuple[int, int] | None) -> str:
        """A band with the lowest and the highest score in it, or the only one; the band alone if it has none."""
        if scores is None:
            return band
        low, high = scores
        return f"{band} ({low})" if low == high else self.range.format(band=band, low=low, high=high)

    def _words(self, labels: Codes) -> dict[str, str]:
        return {code: label.text(self.language) for code, label in labels.items()}


def terms(language: Language) -> Terms:
    """The terms of a language."""
    return _FRENCH if language is Language.FRENCH else _ENGLISH


_ENGLISH = Terms(
    language=Language.ENGLISH,
    risk="Risk",
    action_owner="Action owner: {name}",
    due="due {date}",
    too_many_levels="The scale has too many levels for a matrix on this paper.",
    level="Level",
    highest_of_row="The stripe at the left of a row and its scores in bold are those of its highest risk.",
    scale="Scale: {name}",
    range="{band} ({low} to {high})",
    tolerance="Tolerance: {band}",
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
    waived="Not looked for: {gap} – {reason}",
    more=("and {count} more", "and {count} more"),
    left_out="Closed or rejected risks left out",
    gap_kinds={
        GapKind.NO_RISK: "Entries without risks",
        GapKind.NO_MITIGATION: "Entries without mitigations",
        GapKind.NO_DESCRIPTION: "Risks or mitigations without a description",
        GapKind.NOT_ASSESSED: "Risks not assessed",
        GapKind.NO_OWNER: "Risks without an owner",
        GapKind.NO_ACTION_OWNER: "Mitigations without an action owner",
        GapKind.NO_DUE_DATE: "Mitigations without a due date",
        GapKind.OVERDUE: "Mitigations overdue",
        GapKind.REVIEW_DUE: "Risks whose review date has passed",
        GapKind.REVIEW_SOON: "Risks to review within 30 days",
        GapKind.NOT_ESCALATED: "Risks in the highest band and not escalated",
        GapKind.ABOVE_TOLERANCE: "Risks above the tolerance without a response",
        GapKind.RESIDUAL_HIGHER: "Risks with a residual assessment above the inherent one",
        GapKind.ALIKE: "Risks that say nearly the same as another one",
        GapKind.REFERENCE_TWICE: "Risks whose reference is given twice",
        GapKind.PERIOD_REVERSED: "Periods that end before they begin",
        GapKind.AFTER_PERIOD: "Dates after the end of the period",
        GapKind.ONLY_A_TOPIC: "Hint: risks that name a topic and no event",
    },
    gap_heads={
        GapKind.NO_RISK: "No risk",
        GapKind.NO_MITIGATION: "No mitigation",
        GapKind.NO_DESCRIPTION: "No description",
        GapKind.NOT_ASSESSED: "Not assessed",
        GapKind.NO_OWNER: "No owner",
        GapKind.NO_ACTION_OWNER: "No action owner",
        GapKind.NO_DUE_DATE: "No due date",
        GapKind.OVERDUE: "Mitigation overdue",
        GapKind.REVIEW_DUE: "Review date passed",
        GapKind.REVIEW_SOON: "Review within 30 days",
        GapKind.NOT_ESCALATED: "Highest band, not escalated",
        GapKind.ABOVE_TOLERANCE: "Above tolerance, no response",
        GapKind.RESIDUAL_HIGHER: "Residual above inherent",
        GapKind.ALIKE: "Nearly the same",
        GapKind.REFERENCE_TWICE: "Reference given twice",
        GapKind.PERIOD_REVERSED: "Period ends before it begins",
        GapKind.AFTER_PERIOD: "Date after the period",
        GapKind.ONLY_A_TOPIC: "Hint: a topic, no event",
    },
)

_FRENCH = Terms(
    language=Language.FRENCH,
    risk="Risque",
    action_owner=f"Responsable{NBSP}: {{name}}",
    due="échéance le {date}",
    too_many_levels="L’échelle a trop de degrés pour une matrice sur ce papier.",
    level="Degré",
    highest_of_row="La couleur du trait à gauche d’une ligne et les scores en gras correspondent au risque le plus"
    " élevé de la ligne.",
    scale=f"Échelle{NBSP}: {{name}}",
    range="{band} ({low} à {high})",
    tolerance=f"Seuil de tolérance{NBSP}: {{band}}",
    inherent="Avant les mesures",
    residual="Après les mesures (résiduel)",
    highest="Risques les plus élevés",
    highest_none="Aucun risque n’est évalué.",
    counts="Risques par catégorie et par niveau de risque",
    category="Catégorie",
    total="Total",
    overdue="Mesures en retard au {date}",
    overdue_none="Aucune.",
    mitigation="Mesure",
    gaps="Lacunes au {date}",
    gaps_none="Aucune.",
    waived=f"Non recherché{NBSP}: {{gap}} – {{reason}}",
    more=("et {count} autre", "et {count} autres"),
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
        GapKind.REVIEW_DUE: "Risques dont la date de réexamen est dépassée",
        GapKind.REVIEW_SOON: "Risques à réexaminer dans les 30 jours",
        GapKind.NOT_ESCALATED: "Risques au niveau de risque le plus élevé et non remontés",
        GapKind.ABOVE_TOLERANCE: "Risques au-dessus du seuil de tolérance sans traitement",
        GapKind.RESIDUAL_HIGHER: "Risques résiduels supérieurs au risque inhérent",
        GapKind.ALIKE: "Risques presque identiques à un autre",
        GapKind.REFERENCE_TWICE: "Risques dont la référence est attribuée deux fois",
        GapKind.PERIOD_REVERSED: "Périodes qui finissent avant de commencer",
        GapKind.AFTER_PERIOD: "Dates postérieures à la fin de la période",
        GapKind.ONLY_A_TOPIC: f"Conseil{NBSP}: risques qui nomment un sujet et non un événement",
    },
    gap_heads={
        GapKind.NO_RISK: "Sans risque",
        GapKind.NO_MITIGATION: "Sans mesure",
        GapKind.NO_DESCRIPTION: "Sans description",
        GapKind.NOT_ASSESSED: "Non évalué",
        GapKind.NO_OWNER: "Risque sans responsable",
        GapKind.NO_ACTION_OWNER: "Mesure sans responsable",
        GapKind.NO_DUE_DATE: "Sans échéance",
        GapKind.OVERDUE: "Mesure en retard",
        GapKind.REVIEW_DUE: "Date de réexamen dépassée",
        GapKind.REVIEW_SOON: "Réexamen dans les 30 jours",
        GapKind.NOT_ESCALATED: "Niveau le plus élevé, non remonté",
        GapKind.ABOVE_TOLERANCE: "Hors tolérance, sans traitement",
        GapKind.RESIDUAL_HIGHER: "Résiduel supérieur à l’inhérent",
        GapKind.ALIKE: "Presque identiques",
        GapKind.REFERENCE_TWICE: "Référence attribuée deux fois",
        GapKind.PERIOD_REVERSED: "Période inversée",
        GapKind.AFTER_PERIOD: "Date postérieure à la période",
        GapKind.ONLY_A_TOPIC: f"Conseil{NBSP}: un sujet, pas d’événement",
    },
)


def left_out_text(language: Language, count: int) -> str:
    """What a document says of the number of ended risks that it leaves out; empty if there are none."""
    wording = words(language)
    return f"{terms(language).left_out}{wording.colon}{NBSP}{wording.number(count)}" if count else ""
