"""The words of risk registers in English and French, and some in German: heads, statuses, responses.

Heads are phrases as `words` gives them: small letters, no accents, nothing in brackets, no little words. They were
counted in 88 registers and templates.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

from riskdesk.domain.folding import fold, fold_line
from riskdesk.domain.importing.words.fields import Field
from riskdesk.domain.importing.words.head_words import PHRASES
from riskdesk.domain.values import MitigationStatus, Proximity, Response, RiskStatus

_State = TypeVar("_State", RiskStatus, MitigationStatus, Proximity)


def is_error(text: str) -> bool:
    """Whether a text is an error that a spreadsheet shows instead of a result."""
    return _ERROR.fullmatch(text.strip()) is not None


def _set(text: str) -> frozenset[str]:
    """The words between bars, folded."""
    return frozenset(map(fold, text.split("|")))


_LITTLE = _set(
    "a|an|and|are|as|at|be|for|from|has|have|if|in|into|is|it|its|of|on|or|per|that|the|their|this|to|was"
    "|which|who|will|with|would|you|au|aux|avec|ce|cette|d|dans|de|des|du|en|est|et|l|la|le|les|leur|ou|pour"
    "|que|qui|sa|se|ses|si|son|sont|sur|un|une|der|die|das|und"
)
# Texts are compared by their beginnings up to this length.
_LONGEST = 2_000
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>|\{[^{}]*\}")
_WORD = re.compile(r"[^\W_]+")
# Errors that spreadsheets show instead of a result, in English, French and LibreOffice.
_ERROR = re.compile(
    r"#(?:N/A|N/D|REF!|DIV/0!|NAME\?|NOM\?|VALUE!|VALEUR!|NUM!|NOMBRE!|NULL!|NUL!|SPILL!|CALC!|FIELD!|GETTING_DATA)"
    r"|Err:\d{3}"
)
_SIGNS = {"#": "no", "n°": "no", "nº": "no", "№": "no"}

PLURAL_RISK_WORDS = _set("risks|risques|threats|menaces|hazards")
RISK_WORDS = PLURAL_RISK_WORDS | _set("risk|risque|threat|menace|hazard")
# In a folded text.
REGISTER_NAME = re.compile(
    "risk register|registre (?:de travail )?des risques|risk log|risk matrix|journal des risques"
)
RESIDUAL_WORDS = _set(
    "residual|residuel|residuelle|residuels|residuelles|remaining|restant|restante|target|cible|vise|visee"
    "|after|apres|post|controlled|net|nette|treated|resultant"
)
INHERENT_WORDS = _set(
    "inherent|inherente|inherents|intrinsic|intrinseque|initial|initiale|initiales|intial|brut|brute|gross"
    "|raw|before|avant|pre|uncontrolled"
)
# Words for the present state, which may be the first of two assessments or the second.
PRESENT_WORDS = _set("current|present|actuel|actuelle")
# What is said of an assessment to tell which one it is.
ASSESSMENT_WORDS = RESIDUAL_WORDS | INHERENT_WORDS | PRESENT_WORDS

RESPONSES: dict[str, Response] = {
    word: response
    for response, words_of_it in {
        Response.AVOID: "avoid avoidance avoided avoiding eviter evitement evite terminate termination eliminate"
        " elimination supprimer suppression refuser",
        Response.REDUCE: "reduce reduction reducing reduced mitigate mitigation mitigated mitigating treat reduire"
        " reduit attenuer attenuation attenue control traiter limiter",
        Response.TRANSFER: "transfer transference transferred transferring share sharing shared deflect deflection"
        " transferer transfert partager partage",
        Response.ACCEPT: "accept acceptance accepted accepting tolerate tolerance accepter acceptation accepte tolerer"
        " retain retention",
    }.items()
    for word in words_of_it.split()
}
# Words that may stand beside the word for a response.
RESPONSE_FILLERS = _set("actively|passively|actif|passif|risk|risque|le|the|or|ou|and|et")

STATES: dict[str, RiskStatus] = {
    fold(word): state
    for state, words_of_it in {
        RiskStatus.PROPOSED: "proposed|proposé|proposée|new|nouveau|draft|identified|identifié",
        RiskStatus.ASSESSING: "assessing|being assessed|investigating|in assessment|under assessment|under review"
        "|à l’étude|en cours d’évaluation|en évaluation|à évaluer|under investigation",
        RiskStatus.WAITING: "waiting|waiting for approval|awaiting approval|pending approval|en attente"
        "|en attente d’approbation|en attente de validation|submitted",
        RiskStatus.APPROVED: "approved|approuvé|approuvée|validated|validé|validée|agreed",
        RiskStatus.REJECTED: "rejected|rejeté|rejetée|refused|refusé",
        RiskStatus.CLOSED: "closed|clos|close|clôturé|clôturée|fermé|fermée|retired|expired|eliminated|éliminé",
    }.items()
    for word in words_of_it.split("|")
}
MEASURE_STATES: dict[str, MitigationStatus] = {
    fold(word): state
    for state, words_of_it in {
        MitigationStatus.PLANNED: "planned|not started|to do|todo|prévu|prévue|à faire|non commencé|à venir|scheduled"
        "|not yet started|planifié|planifiée|non démarré|non démarrée|à lancer",
        MitigationStatus.UNDER_WAY: "ongoing|under way|underway|in progress|started|en cours|commencé|continuous"
        "|en continu|permanent|on-going|in implementation|being implemented|démarré",
        MitigationStatus.DONE: "done|completed|complete|finished|implemented|in place|réalisé|réalisée|fait|faite"
        "|terminé|terminée|achevé|en place|mis en œuvre|mise en œuvre|delivered|effectué|effectuée",
        MitigationStatus.DROPPED: "dropped|cancelled|canceled|abandonné|abandonnée|annulé|annulée",
    }.items()
    for word in words_of_it.split("|")
}
PROXIMITIES: dict[str, Proximity] = {
    fold(word): proximity
    for proximity, words_of_it in {
        Proximity.IMMINENT: "imminent|imminente|immediate|immédiat|immédiate",
        Proximity.THREE_MONTHS: "within three months|within 3 months|sous trois mois|sous 3 mois",
        Proximity.TWELVE_MONTHS: "within twelve months|within 12 months|sous douze mois|sous 12 mois",
        Proximity.LATER: "later|plus tard",
    }.items()
    for word in words_of_it.split("|")
}
# States that only a risk has.
OPEN_STATES = _set(
    "open|ouvert|ouverte|active|actif|monitoring|escalated|occurred|closed|clos|closing|mitigated|mitigé"
    "|accepted|surveillé|materialised|matérialisé"
)
KINDS = {
    "risk": _set("risk|risks|r|risque|risques|threat|menace|t|hazard|risiko"),
    "other": _set(
        "issue|issues|i|probleme|problemes|assumption|assumptions|a|hypothese|dependency|dependencies|d"
        "|dependance|decision|decisions|opportunity|opportunities|opportunite|o|action|constraint"
        "|constraints|change|lesson|question|benefit|problem|incident"
    ),
}
# Words for “nothing”.
NOTHING = _set(
    "none|n/a|na|n.a.|nil|-|–|—|--|tbd|tbc|aucun|aucune|néant|sans objet|s.o.|so|n.d.|nd|not applicable"
    "|none at present|no response|nothing|rien|à définir|to be defined|to be determined|.|…|...|?"
    "|to be assessed|to be confirmed|not assessed|not yet assessed|not rated|à évaluer|non évalué|non évaluée"
    "|à déterminer|à confirmer"
)


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a head that carry meaning: without brackets and little words, folded."""
    bare = fold(_BRACKETS.sub(" ", text))
    for sign, word in _SIGNS.items():
        bare = bare.replace(sign, f" {word} ")
    all_words = _WORD.findall(bare)
    return tuple(word for word in all_words if word not in _LITTLE) or tuple(all_words)


def responses(text: str) -> set[Response]:
    """The responses that a text names, if it names nothing else."""
    rest = [word for word in words(text) if word not in RESPONSE_FILLERS]
    return {RESPONSES[word] for word in rest} if rest and all(word in RESPONSES for word in rest) else set()


def state(text: str, states: Mapping[str, _State]) -> _State | None:
    """The state that a text names, or both halves of a text such as “Open/Ouvert”; None if there is none."""
    whole = states.get(plain(text))
    halves = [states.get(plain(half)) for half in text.split("/")]
    return halves[0] if whole is None and len(halves) == 2 and halves[0] is halves[1] else whole


def phrase(text: str) -> str:
    """The words of a head as one phrase."""
    return " ".join(words(text))


HEADS: dict[str, Field] = {text: field for field, phrases in PHRASES.items() for text in phrases.split("|")}


@lru_cache(maxsize=16_384)
def plain(text: str) -> str:
    """A text in the form for comparing: folded, in one line, without marks at its ends, and cut if it is long."""
    return fold_line(text[:_LONGEST]).strip(" .;:,*_•")
