"""Register files: opened, backed up, mended, merged and sent."""
