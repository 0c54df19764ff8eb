"""What is printed: the register as PDF."""
