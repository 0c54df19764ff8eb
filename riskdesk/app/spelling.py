"""The process that checks spelling for the window, which goes on while this one loads a dictionary or thinks."""

import json
import sys
from functools import cache
from typing import Any

from riskdesk.desk.dictionary import Dictionary


def answer_questions() -> int:
    """Answer what standard input asks, a line of JSON each, until it ends.

    A question has a `language` and `words`, or a `word` to suggest others for; its answer has the `wrong` ones of the
    words, or `suggestions`.
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
