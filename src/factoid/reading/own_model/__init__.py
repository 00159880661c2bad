"""A language model of the user's own as one more reader, believed only as far as the text bears it out."""

from factoid.reading.own_model.asking import Account, Answer, End, Model, NoAnswer, Request
from factoid.reading.own_model.passages import passages_of
from factoid.reading.own_model.prompt import request_for
from factoid.reading.own_model.reader import OwnModelReader

__all__ = [
    "Account",
    "Answer",
    "End",
    "Model",
    "NoAnswer",
    "OwnModelReader",
    "Request",
    "passages_of",
    "request_for",
]
