"""What a program writes in another thread."""

from riskdesk.kit.keeping import queued


def settle() -> None:
    """Wait until settings and drafts that are on their way are on the disk."""
    queued(lambda: None).result()
