"""What readers of several languages share: words with heads, persons, clauses, drafts, and the way to factoids."""
