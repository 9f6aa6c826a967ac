"""inforce: an organisation's policies, each edition at its own permanent address."""
