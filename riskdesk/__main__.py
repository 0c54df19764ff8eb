"""The entry point of `python -m riskdesk` and of a frozen program."""

import sys

from riskdesk.app.main import main

if __name__ == "__main__":
    sys.exit(main())
