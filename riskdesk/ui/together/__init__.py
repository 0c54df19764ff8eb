"""Several risks or mitigations changed together, with a preview of what changes."""
