"""Values of one field compared with the field's own sense."""

from factoid.criticism.comparing.fields import compare, value_of

__all__ = ["compare", "value_of"]
