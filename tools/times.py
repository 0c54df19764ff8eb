"""The time that goes into packages: that of their source, so that the same source makes the same packages."""

import os
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def of_source() -> int:
    """Seconds since 1970: SOURCE_DATE_EPOCH, else when the last commit was made, else now."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if seconds:
        return int(seconds)
    output = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True).stdout
    return int(output or time.time())
