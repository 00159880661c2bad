"""IPIF 0.3.3, the International Prosopographical Interoperability Framework, over a library."""

from factoid.web.ipif.application import ipif_app
from factoid.web.ipif.tokens import Writers, read_writers

__all__ = ["Writers", "ipif_app", "read_writers"]
