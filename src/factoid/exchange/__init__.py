"""Formats that factoids leave and come in, each a plug-in: ``factoid.exporters``, ``factoid.importers``."""

from factoid.exchange.base import Exporter, Shelf, exporter_names, find_exporter
from factoid.exchange.files import is_disk_full, output_error, whole_file, write_reading
from factoid.exchange.json_text import Json, json_bytes
from factoid.exchange.repeats import Telling, told_once
from factoid.exchange.selection import LifeShelf, Only, SelectedShelf
from factoid.exchange.shapes import (
    json_of_damage,
    json_of_dossier,
    json_of_judgement,
    json_of_line,
    json_of_persona,
    json_of_summary,
)
from factoid.exchange.telling import label_of, sentence_of
from factoid.exchange.times import json_of_chronology, json_of_contradiction, json_of_event_time

__all__ = [
    "Exporter",
    "Json",
    "LifeShelf",
    "Only",
    "SelectedShelf",
    "Shelf",
    "Telling",
    "exporter_names",
    "find_exporter",
    "is_disk_full",
    "json_bytes",
    "json_of_chronology",
    "json_of_contradiction",
    "json_of_damage",
    "json_of_dossier",
    "json_of_event_time",
    "json_of_judgement",
    "json_of_line",
    "json_of_persona",
    "json_of_summary",
    "label_of",
    "output_error",
    "sentence_of",
    "told_once",
    "whole_file",
    "write_reading",
]
