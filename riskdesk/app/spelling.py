"""The process that checks spelling, so that the window does not wait while it loads a dictionary or searches it."""

import json
import sys
from functools import cache
from typing import Any

from riskdesk.desk.dictionary import Dictionary


def answer_questions() -> int:
    """Answer questions on standard input, each a line of JSON, until it ends.

    A question has a `language` and either `words`, of which the answer lists the `wrong` ones, or a `word`, for which
    it lists `suggestions`.
    """
    dictionary = cache(Dictionary)
    for line in sys.stdin.buffer:
        question = json.loads(line)
        answer = question | _answer(dictionary(question["language"]), question)
        sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
        sys.stdout.buffer.flush()
    return 0


def _answer(dictionary: Dictionary, question: dict[str, Any]) -> dict[str, list[str]]:
    if "word" in question:
        return {"suggestions": dictionary.suggestions(question["word"])}
    return {"wrong": [word for word in question["words"] if not dictionary.knows(word)]}
