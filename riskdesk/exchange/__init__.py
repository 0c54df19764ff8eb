"""What goes in and out: file formats other than the store and print."""
