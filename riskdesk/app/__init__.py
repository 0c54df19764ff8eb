"""The entry points and how the program is put together: wiring, logs, self-test."""
