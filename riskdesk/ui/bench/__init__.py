"""What every part of the window works with: the workbench, what is being typed, what is kept."""
