"""Citations in words: which clauses a text cites, of which document, and how."""

from inforce.citations.chains import DOCUMENTS, Chain, find_chains, own_names
from inforce.citations.groups import Cited, Group, Level

__all__ = ["DOCUMENTS", "Chain", "Cited", "Group", "Level", "find_chains", "own_names"]
