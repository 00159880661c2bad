"""Who is who across sources: personas to judgements and persons.

`link_personas` never merges silently: each person that it makes of several personas says why.
"""

from factoid.identity.engines import slow_because
from factoid.identity.link import link_personas, linked
from factoid.identity.memory import Memory
from factoid.identity.weigh import Opinion

VERSION = "lives@9"  #: another version may link the same personas otherwise: persons are then computed anew

__all__ = ["VERSION", "Memory", "Opinion", "link_personas", "linked", "slow_because"]
