"""Texts that name a topic and no event: "Political situation" tells nobody what may happen.

A text is taken for one only if every word of it is known to name a topic or a quality of one; unknown words are left
alone.
"""

from riskdesk.domain.essence import essence, stem

_MOST_WORDS = 6
# Folded.
_ENGLISH = """
    situation context environment climate framework landscape setting issue matter aspect factor question topic area
    resource budget funding finance staff staffing personnel communication coordination cooperation collaboration
    security safety health procurement logistic partner partnership stakeholder beneficiary beneficiaries authority
    authorities government parliament legislation law laws legal regulatory media sustainability ownership capacity
    capacities visibility reputation translation interpretation training gender data information technology
    infrastructure timeline timetable schedule planning quality management governance administration institution
    project programme program activity activities country countries region public political politic economic economy
    social financial human institutional technical operational organisational organizational strategic external
    internal local national international regional general current overall geopolitical environmental cultural
    administrative budgetary risk implementation delivery team office
"""
_FRENCH = """
    situation contexte environnement climat cadre question aspect facteur sujet domaine thematique ressource budget
    financement finance personnel effectif communication coordination cooperation collaboration securite sante
    passation marche logistique partenaire partenariat beneficiaire autorite gouvernement parlement legislation loi
    media durabilite perennite appropriation capacite visibilite reputation traduction interpretation formation
    genre donnee information informatique infrastructure calendrier planification qualite gestion gouvernance
    administration institution projet programme activite pays region public publique politique economique economie
    social sociale sociaux financier financiere humain humaine institutionnel institutionnelle technique
    operationnel operationnelle organisationnel organisationnelle strategique externe interne local locale locaux
    national nationale nationaux international internationale internationaux regional regionale regionaux general
    generale actuel actuelle geopolitique environnemental environnementale culturel culturelle administratif
    administrative juridique budgetaire risque execution equipe bureau
"""
_TOPICS = frozenset(map(stem, (_ENGLISH + _FRENCH).split()))


def names_topic_alone(text: str) -> bool:
    """Whether a text is a few words long and all of them name a topic."""
    words = essence(text).words
    return 0 < len(words) <= _MOST_WORDS and words <= _TOPICS
