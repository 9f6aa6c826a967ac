"""One file a command of the command line: thin doors to the rooms behind."""
