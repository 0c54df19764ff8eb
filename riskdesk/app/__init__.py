"""How the program is put together: entry points, wiring, logs, self-test."""
