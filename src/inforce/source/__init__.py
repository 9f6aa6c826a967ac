"""Working YAML to the model, with positions and all problems at once, and back."""

from inforce.source.document import Document, read_document
from inforce.source.formatter import format_policy
from inforce.source.policy import load_policy, policy_file, policy_ids
from inforce.source.schema import policy_schema, site_schema
from inforce.source.site import load_site
from inforce.source.writer import dump_policy

__all__ = [
    "Document",
    "dump_policy",
    "format_policy",
    "load_policy",
    "load_site",
    "policy_file",
    "policy_ids",
    "policy_schema",
    "read_document",
    "site_schema",
]
