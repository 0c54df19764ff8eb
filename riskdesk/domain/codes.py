"""The words for the codes that a field may hold, in the order in which they are offered."""

from collections.abc import Mapping
from typing import TypeAlias

from riskdesk.domain.label import Label
from riskdesk.domain.printing import DocumentKind, Orientation, Paper, Sides
from riskdesk.domain.values import Language, MitigationStatus, Proximity, Response, RiskStatus

Codes: TypeAlias = Mapping[str, Label]

RESPONSES: Codes = {
    Response.AVOID: Label("Avoid", "Éviter"),
    Response.REDUCE: Label("Reduce", "Réduire"),
    Response.TRANSFER: Label("Transfer or share", "Transférer ou partager"),
    Response.ACCEPT: Label("Accept", "Accepter"),
}
RISK_STATES: Codes = {
    RiskStatus.PROPOSED: Label("Proposed", "Proposé"),
    RiskStatus.ASSESSING: Label("Being assessed", "En cours d’évaluation"),
    RiskStatus.WAITING: Label("Waiting for approval", "En attente d’approbation"),
    RiskStatus.APPROVED: Label("Approved", "Approuvé"),
    RiskStatus.REJECTED: Label("Rejected", "Rejeté"),
    RiskStatus.CLOSED: Label("Closed", "Clos"),
}
MITIGATION_STATES: Codes = {
    MitigationStatus.PLANNED: Label("Planned", "Prévue"),
    MitigationStatus.UNDER_WAY: Label("Under way", "En cours"),
    MitigationStatus.DONE: Label("Done", "Réalisée"),
    MitigationStatus.DROPPED: Label("Dropped", "Abandonnée"),
}
PROXIMITIES: Codes = {
    Proximity.IMMINENT: Label("Imminent", "Imminent"),
    Proximity.THREE_MONTHS: Label("Within three months", "Sous trois mois"),
    Proximity.TWELVE_MONTHS: Label("Within twelve months", "Sous douze mois"),
    Proximity.LATER: Label("Later", "Plus tard"),
}
# Each in its own language, so that people who read only that one find it.
LANGUAGES: Codes = {
    Language.ENGLISH: Label("English", "English"),
    Language.FRENCH: Label("Français", "Français"),
}
DOCUMENTS: Codes = {
    DocumentKind.APPENDIX: Label("Appendix", "Annexe"),
    DocumentKind.WORKING: Label("Working risk register", "Registre de travail des risques"),
    DocumentKind.MATRIX: Label("Risk matrix", "Matrice des risques"),
    DocumentKind.SUMMARY: Label("Risk summary", "Synthèse des risques"),
}
SIDES: Codes = {
    Sides.BOTH: Label("Before and after mitigation", "Avant et après les mesures"),
    Sides.INHERENT: Label("Before mitigation", "Avant les mesures"),
    Sides.RESIDUAL: Label("After mitigation", "Après les mesures"),
}
PAPERS: Codes = {Paper.A4: Label("A4", "A4"), Paper.A3: Label("A3", "A3")}
ORIENTATIONS: Codes = {
    Orientation.PORTRAIT: Label("Portrait", "Portrait"),
    Orientation.LANDSCAPE: Label("Landscape", "Paysage"),
}
