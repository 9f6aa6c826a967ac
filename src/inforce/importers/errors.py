"""What keeps a document from being imported."""

from inforce.problems import InforceError


class UnreadableError(InforceError):
    """The file is not a text, or not one that the importer can take."""


class ChoiceError(InforceError):
    """The file has several documents and none was chosen, or not the one that was asked for."""
