"""What something is called, in each language of Riskdesk."""

from typing import NamedTuple


class Label(NamedTuple):
    """A name in English and French, with a capital as it stands alone."""

    en: str
    fr: str

    @classmethod
    def same(cls, text: str) -> "Label":
        """One text in both languages."""
        return cls(text, text)

    def text(self, language: str) -> str:
        """The name in a language, given by its code; if that is empty, the one in the other language."""
        one, other = (self.fr, self.en) if language == "fr" else (self.en, self.fr)
        return one or other

    def __bool__(self) -> bool:
        return bool(self.en or self.fr)

    @property
    def in_sentence(self) -> "Label":
        """The name as it stands inside a sentence: without the capital."""
        return Label(*(text[:1].lower() + text[1:] for text in (self.en, self.fr)))

    def __str__(self) -> str:
        return self.text("en")
