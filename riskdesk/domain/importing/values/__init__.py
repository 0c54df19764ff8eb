"""What the value of a cell is, whatever stands around it: a day, or a level on a ladder."""
