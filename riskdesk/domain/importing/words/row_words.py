"""Words of rows that are no risks: totals, prompts, placeholders, and signatures below a table."""

import re

TOTAL = re.compile(
    r"(?:grand |sub[ -]?|sous[ -]?)?tota(?:l|ls|ux)\b|sum\b|somme\b|number of |nombre (?:de|des|total)"
    r"|average|moyenne generale|(?:score|niveau|note|criticite|indice|risque) (?:moyen|total)(?:ne|le|s)?\b"
    r"|(?:mean|overall|total) (?:score|rating|risk score|risk level)\b"
)
FORMULA = re.compile(r"=?(?:of:=)?\s*(?:SUM|MAX|MIN|COUNTA?|COUNTIF|AVERAGE|SUBTOTAL|SOMME|NB)\b", re.IGNORECASE)
FOOT = re.compile(
    r"_{4,}|\.{6,}|^(?:prepared|reviewed|approved|compiled|checked|signed|signature|date|version|page|validated|author"
    r"|etabli|prepare|revu|valide|approuve|signe|redige|visa|source|document)\b[^:]{0,40}:?\s*(?:\d.*)?$|\bpage \d+"
    r"|\brev\.? ?\d|^(?:prepared|reviewed|approved|etabli|prepare|valide|approuve|redige) (?:by|par)\b"
    r"|^\*|^(?:c|©) ?\d{4}"
)
NOTE = re.compile(r"^(?:notes?|nb|n b|remarks?|remarques?|legend|legende|key|source|nota bene|comments?)\b\s*:?")
END = re.compile(
    r"^\W*(?:end of|fin (?:de|du)|no (?:further|other|more) |no risks?\b|aucun (?:autre )?risque|pas de risque"
    r"|add (?:more )?rows|insert)"
)
PROMPT = re.compile(
    r"\bchoose\b|\bselect\b|\bdd ?[/.-] ?mm\b|\byyyy\b|\bjj ?[/.-] ?mm\b|\baaaa\b|\bautomati|\?\s*$"
    r"|\bdescribe\b|\bexplain\b"
    r"|\bindiquer\b|\bchoisir\b|\bdecrire\b|\benter\b|\bprovide\b|\bpreciser\b|\bfill in\b|\bplease\b|\bfrom the list\b"
    r"|\bonly\b|^e\.?g\b|\bfor example\b|\bpar exemple\b|^ex\s*[:.]|\bformula\b|^1\s*\.\.+"
    r"|\bif applicable\b|\bwho will\b"
)
# How a prompt for the text of a risk begins; hardly any risk begins so.
ASKS = re.compile(
    r"^(?:please |veuillez |merci de )?(?:choose|select|describe|explain|enter|provide|fill|indicate|specify|state"
    r"|write|give|list|name|identify|indique[rz]|choisi\w+|decri\w+|precise[rz]|saisi\w+|donne[rz]|nomme[rz])\b"
    r"|^(?:what|who|when|how|which|where|why|que\w*|qui|quand|comment|ou|pourquoi)\b.*\?\s*$"
    r"|\bfrom the list\b|\bfor example\b|\bpar exemple\b|\be\.? ?g\b|^ex\s*[:.]|\bif applicable\b|\bautomati|^1\s*\.\.+"
)
ALLOWED = re.compile(r"^[^/\n]{1,20}(?:\s*/\s*[^/\n]{1,20})+$|^\d+\s*(?:-|–|\.\.)\s*(?:\d+\s*%?|n)$")
PLACEHOLDER = re.compile(
    r"^\s*(?:<[^<>]*>|\[[^\[\]]*\]|\{[^{}]*\}|x{3,}|lorem ipsum.*|…|\.{3,})\s*$", re.IGNORECASE | re.DOTALL
)
