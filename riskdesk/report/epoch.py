"""The moment of creation for all documents, if the environment sets one (reproducible-builds.org)."""

import datetime
import os
import time

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem

_NAME = "SOURCE_DATE_EPOCH"
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def source_date() -> datetime.datetime | None:
    """The moment in SOURCE_DATE_EPOCH, in UTC; None if it is not set, InputProblem if it is no moment."""
    text = os.environ.get(_NAME)
    if text is None:
        return None
    try:
        moment = _EPOCH + datetime.timedelta(seconds=int(text))
        # ReportLab calls this function, which on Windows fails for moments before 1970 or after 3000.
        time.gmtime(int(text))
    except (ValueError, OverflowError, OSError):
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "SOURCE_DATE_EPOCH is no number of seconds: {value}; correct it or unset it."),
            value=text,
        ) from None
    return moment
