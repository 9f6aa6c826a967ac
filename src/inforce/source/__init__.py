"""Working YAML to the model, with positions and all problems at once, and back."""

from inforce.source.policy import load_policy, policy_file, policy_ids
from inforce.source.site import load_site

__all__ = ["load_policy", "load_site", "policy_file", "policy_ids"]
