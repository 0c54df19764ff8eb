"""Where registers are kept: one SQLite file with its journal."""
