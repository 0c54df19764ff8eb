"""What a user can do: one function an action, no Qt and no SQL."""
