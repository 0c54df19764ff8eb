"""The meanings that columns of other registers may have."""

from enum import StrEnum


class Field(StrEnum):
    """The meaning of a column; for STRATEGY (response or measures) and RISK (text or number), the values decide."""

    ID = "id"
    TITLE = "title"
    RISK = "risk"
    DESCRIPTION = "description"
    CATEGORY = "category"
    KIND = "kind"
    EFFECT = "effect"
    LIKELIHOOD = "likelihood"
    IMPACT = "impact"
    RESIDUAL_LIKELIHOOD = "residual_likelihood"
    RESIDUAL_IMPACT = "residual_impact"
    SCORE = "score"
    PERCENT = "percent"
    MITIGATION = "mitigation"
    EXISTING = "existing"
    STRATEGY = "strategy"
    RESPONSE = "response"
    OWNER = "owner"
    RESPONSIBLE = "responsible"
    ACTION_OWNER = "action_owner"
    DUE = "due"
    STATUS = "status"
    MEASURE_STATUS = "measure_status"
    IDENTIFIED_ON = "identified_on"
    LAST_REVIEW = "last_review"
    NEXT_REVIEW = "next_review"
    DATE = "date"
    REASON = "reason"
    TRIGGER = "trigger"
    PROXIMITY = "proximity"
    ESCALATED_TO = "escalated_to"
    LINK = "link"
    NOTE = "note"
    LEVEL_MARK = "level_mark"
    PAIR = "pair"
    IGNORED = "ignored"


# Only registers, or lists of their measures, have these.
TEXTS = frozenset({Field.RISK, Field.TITLE, Field.DESCRIPTION})
MEASURES = frozenset({Field.MITIGATION, Field.EXISTING})
LEVELS = frozenset({Field.LIKELIHOOD, Field.IMPACT, Field.RESIDUAL_LIKELIHOOD, Field.RESIDUAL_IMPACT})
# The two sides of an assessment.
SIDES = (Field.LIKELIHOOD, Field.IMPACT)
RATED = (*SIDES, Field.SCORE)
PERSONS = (Field.OWNER, Field.RESPONSIBLE, Field.ACTION_OWNER)
# Days by which something is to be done.
DEADLINES = frozenset({Field.DUE, Field.NEXT_REVIEW})
RESIDUAL = {Field.LIKELIHOOD: Field.RESIDUAL_LIKELIHOOD, Field.IMPACT: Field.RESIDUAL_IMPACT}
