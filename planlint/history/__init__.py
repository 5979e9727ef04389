"""What git remembers: earlier words, earlier systems. Only read from."""
