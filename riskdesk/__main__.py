"""`python -m riskdesk`, and what a frozen program starts."""

import sys

from riskdesk.app.main import main

if __name__ == "__main__":
    sys.exit(main())
