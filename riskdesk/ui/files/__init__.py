"""Register files: opening, backing up, repairing, merging and sending them."""
