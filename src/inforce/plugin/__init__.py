"""The door for MkDocs; nothing else of the package knows it."""

from inforce.plugin.plugin import InforcePlugin

__all__ = ["InforcePlugin"]
