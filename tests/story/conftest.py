"""The remote, its clones and the scripts of the workflows, as their own tests have them."""

from ..github.conftest import clone, gh, hub, seed

__all__ = ["clone", "gh", "hub", "seed"]
