"""Who is who across sources: personas to judgements and persons."""
