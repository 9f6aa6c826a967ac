"""What a change of the sources does, told as Markdown to those who review it."""

from inforce.review.changes import PolicyChange, Reviewed, review
from inforce.review.links import Links
from inforce.review.page import review_markdown

__all__ = ["Links", "PolicyChange", "Reviewed", "review", "review_markdown"]
