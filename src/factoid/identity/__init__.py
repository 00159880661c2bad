"""Who is who across sources: personas to judgements and persons."""

from factoid.identity.link import link_personas

__all__ = ["link_personas"]
