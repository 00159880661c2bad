"""Organisations, posts and ranks: what they are called, what became of them, and when they existed.

>>> compare_bodies("OGPU", "NKVD").kind
'predecessor'
"""

from factoid.bodies.compare import BodyRelation, compare_bodies, lifespan_of_body
from factoid.bodies.posts import Post, PostRelation, compare_posts, read_post
from factoid.bodies.ranks import Rank, RankRelation, compare_ranks, ranks_of

__all__ = [
    "BodyRelation",
    "Post",
    "PostRelation",
    "Rank",
    "RankRelation",
    "compare_bodies",
    "compare_posts",
    "compare_ranks",
    "lifespan_of_body",
    "ranks_of",
    "read_post",
]
