"""What can have happened when."""

from factoid.chronology.order import life_order

__all__ = ["life_order"]
