"""Statements that a noun near a person tells: posts, ranks, trades, service, nation, faith, works, other names."""
