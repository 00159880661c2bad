"""Statements that a verb, or a noun made of one, tells: which type a clause has, and what fills its fields."""
