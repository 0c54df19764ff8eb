"""Qt help that knows nothing of risks."""
