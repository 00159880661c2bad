"""Watching a house: how many requests, how long they took, who asks too often, and what the log says of each."""

from factoid.web.watch.limits import Buckets, Limits, limits_of
from factoid.web.watch.logbook import LogFormat, write_log
from factoid.web.watch.observer import Observer
from factoid.web.watch.told import Told, told_of

__all__ = ["Buckets", "Limits", "LogFormat", "Observer", "Told", "limits_of", "told_of", "write_log"]
