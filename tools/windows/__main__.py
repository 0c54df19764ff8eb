"""Build the Windows packages and try them: `python -m tools.windows` (`make package-windows`)."""

import sys

from tools.windows import build, trial

if __name__ == "__main__":
    build.main()
    sys.exit(trial.main())
