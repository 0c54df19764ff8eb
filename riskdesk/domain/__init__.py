"""What a risk register is: values, scale, order, words; standard library only."""
