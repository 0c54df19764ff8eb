"""Writes small files of the user, such as settings and drafts, in another thread: a disk may take its time."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Made = TypeVar("Made")
# One thread for all, so that what is written last is what stays. Python waits for it at the end of the program.
_THREAD = ThreadPoolExecutor(1, "keeping")


def queued(work: Callable[[], Made]) -> Future[Made]:
    """Do work in the thread, after all that was given before; an error of the program is handled as uncaught."""
    return _THREAD.submit(_done, work)


def _done(work: Callable[[], Made]) -> Made:
    try:
        return work()
    except Exception as error:
        threading.excepthook(threading.ExceptHookArgs((type(error), error, error.__traceback__, None)))
        raise
