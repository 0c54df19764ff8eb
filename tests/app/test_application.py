"""What the application tells Qt of its users."""

import os
import subprocess
import sys


def test_letters_that_are_typed_slowly_choose_a_row_together() -> None:
    code = "from riskdesk.app.program import new_application; print(new_application().keyboardInputInterval())"
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert int(done.stdout) >= 1000
