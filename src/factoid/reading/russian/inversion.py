"""Sentences that begin with the post: *Исправником был тогда … Дитмар*."""

from __future__ import annotations

from factoid.reading.grammar.words import Word


def put_first(verb: Word) -> None:
    """Put *был* over the post before it, which the model takes for a verb: *Исправником был тогда … Дитмар*."""
    post = verb.parent
    if post is None or post.pos != "NOUN" or post.case != "ins" or post.i > verb.i:
        return
    verb.pos, verb.head, verb.rel = "VERB", -1, "root"
    for word in verb.sentence.words[verb.i + 1 :]:
        if word.pos in ("NOUN", "PROPN") and word.case == "nom" and word.head in (-1, post.i):
            word.head, word.rel = verb.i, "nsubj"
            break
    post.head, post.rel = verb.i, "obl"
