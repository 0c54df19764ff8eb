"""Reading and writing of file formats other than the store and print."""
