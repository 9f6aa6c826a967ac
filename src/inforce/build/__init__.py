"""The promise: the site is built beside the live one, proved, and put in its place in one step."""

from inforce.build.build import Built, Order, Releases, build
from inforce.build.host import HostError, Interrupted, interruptible
from inforce.build.swap import SwapError
from inforce.build.workshop import BusyError

__all__ = [
    "Built",
    "BusyError",
    "HostError",
    "Interrupted",
    "Order",
    "Releases",
    "SwapError",
    "build",
    "interruptible",
]
