"""How much CPU time something takes."""

import time
from collections.abc import Callable


def cpu(work: Callable[[], object]) -> float:
    """In seconds, of all threads."""
    start = time.process_time()
    work()
    return time.process_time() - start
