"""How likely a draft is what the text says, by weights learnt from annotated texts."""
