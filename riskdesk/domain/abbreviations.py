"""Abbreviations at the end of a text, whose full stop belongs to the word and not to the sentence.

They are recognized by their form where it is typical (U.S., p.ex., и т.д., Ltd.), else by a list.
"""

import unicodedata


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_STOP = "."
_APOSTROPHES = "'\u2019\u02bc"
# Words before a single capital that is no initial: "Plan B." ends a sentence.
_LABELS = _words("""
    annex annexe appendix appendice article block bloc category catégorie chapter chapitre class classe component
    composante grade group groupe hepatitis hépatite level niveau list liste lot model modèle objective objectif option
    part partie phase plan point priority priorité scenario scénario schedule section site stage step étape table
    tableau tier title titre type variant variante vitamin vitamine volume war guerre zone
    """)
# Abbreviations with a vowel, as those without one are recognized by that; none is also an English or French word.
_KNOWN = _words("""
    abbr al alt approx apr asst assoc aug av ave avr aut biblio ca chap cie cit corp coul dec déc def déf dept dépt dipl
    dir ed eds éd env esp esq etc ex excl févr fig gov gouv hab hon ibid incl inc janv jan juill ltée max min misc nov
    oct obs para paras prof prov qté réf ref resp rev sté ste sup suppl tél trad trim univ viz
    inkl evtl usw usf bijv enz ecc pag sig itd itp atd apod evt pág núm sra srta avda şti şos
    ул обл тыс руб проф напр акад ред изд сокр
    σελ δηλ αρ
    """)
# Abbreviations only in this spelling; in another one they are words.
_AS_WRITTEN = _words("M Co No Nos Nº Sept Tel Art Vol Ch Sec Op Cap Sen Gen Rep Hon Rev Col Lieut Capt")
# After one of these, "art" is a word and no abbreviation: "state of the art."
_ART, _ARTICLES = "art", frozenset({"the", "of", "modern", "fine"})
# A small letter after one of these is an abbreviation: "C. à d.", "p. 5 et s."
_BEFORE_A_LETTER = frozenset({"à", "et"})
# Words without a vowel that are no abbreviations: units, which take no stop, and names of letters.
_WITHOUT_VOWEL = _words("km kg mg mm cm dm ml cl dl hl kw mw gw kwh mwh gwh hz khz tv pc hr rpm mph nth hmm")
_VOWELS = frozenset("aeiouyæœøıаеёиоуыэюяєіәөұүαεηιουωաեէըիոօაეიოუ")
_LONGEST_WITHOUT_VOWEL = 5
# The longest parts of abbreviations with inner stops: "Ph.D.", "v.Chr.", but not "coe.int."
_LONGEST_PART, _LONGEST_BESIDE_A_LETTER = 2, 4


def is_abbreviation(text: str) -> bool:
    """Whether a full stop after this text belongs to its last word."""
    words = text.rsplit(None, 2)
    if not words:
        return False
    token, before = words[-1], words[-2] if len(words) > 1 else ""
    word = _last_letters(token)
    if not word:
        return False
    if _STOP in token:
        return _is_dotted(token.split(_STOP))
    if token[: len(token) - len(word)].endswith(tuple(_APOSTROPHES)):
        return False
    if len(_base(word)) == 1:
        return token.lstrip("([{«“„‘\"'") == word and _is_initial(word, before)
    return word in _AS_WRITTEN or _is_known(word.lower(), before.lower()) or _has_no_vowel(word)


def _is_known(word: str, before: str) -> bool:
    return word in _KNOWN or (word == _ART and before not in _ARTICLES)


def _is_dotted(parts: list[str]) -> bool:
    """Whether the parts are letters with a stop after each, as in "U.S", "J.-C" or "и т.д"."""
    word_parts = [_last_letters(parts[0]), *(part.lstrip("-\u2010\u2011") for part in parts[1:])]
    lengths = [len(_base(part)) if part == _last_letters(part) else 0 for part in word_parts]
    most = _LONGEST_BESIDE_A_LETTER if min(lengths) == 1 else _LONGEST_PART
    return min(lengths) > 0 and max(lengths) <= most


def _is_initial(letter: str, before: str) -> bool:
    """Whether a letter stands for a name, as in "J. F. K", or for a word, as in "т. д" and "2024 г"."""
    if letter == letter.lower() != letter.upper():
        spaced = len(_base(before.removesuffix(_STOP).lstrip("("))) == 1 and before.endswith(_STOP)
        return spaced or before[-1:].isdigit() or before in _BEFORE_A_LETTER
    return letter in _AS_WRITTEN or before.lower().lstrip("(") not in _LABELS


def _has_no_vowel(word: str) -> bool:
    """Whether a word lacks vowels in a script with vowels, as "Ltd" and "млн"; not an acronym in capitals, as "WTC"."""
    plain = _base(word)
    cased = all(sign.lower() != sign.upper() for sign in plain)
    short = len(plain) <= _LONGEST_WITHOUT_VOWEL and plain[1:] == plain[1:].lower()
    return cased and short and not _VOWELS & set(plain.lower()) and plain.lower() not in _WITHOUT_VOWEL


def _base(word: str) -> str:
    """A word without its accents and other marks."""
    return "".join(
        sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.category(sign).startswith("M")
    )


def _last_letters(token: str) -> str:
    """The letters, with their marks, that a token ends with."""
    start = len(token)
    while start and unicodedata.category(token[start - 1])[0] in "LM":
        start -= 1
    return token[start:]
