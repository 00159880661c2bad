"""What can be made hard for a command before it runs, in its own process."""

from __future__ import annotations

import ctypes
import resource


def a_disk_of(size: int) -> None:
    """Let no file grow beyond so many bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def roots_way_into_everything_given_up() -> None:
    """Drop CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, so that a shut folder is shut for root too."""
    for capability in (1, 2):
        ctypes.CDLL(None).prctl(24, capability)
