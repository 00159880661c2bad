"""Bytes into documents: a source and its one text, in labelled segments. Only this stage opens inputs."""

from factoid.sources.inputs import find_inputs
from factoid.sources.opening import document_of_text, open_document
from factoid.sources.piles import size_of_member

__all__ = ["document_of_text", "find_inputs", "open_document", "size_of_member"]
