"""Import and export of registers, as other files, and printing."""
