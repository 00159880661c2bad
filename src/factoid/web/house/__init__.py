"""A house as one web application: who comes in, which libraries they may see, and what they may do there."""

from factoid.web.house.app import house_app
from factoid.web.house.settings import Settings

__all__ = ["Settings", "house_app"]
