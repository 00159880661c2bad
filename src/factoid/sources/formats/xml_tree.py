"""XML into trees, without entities, without the network: the one place that parses XML."""

from __future__ import annotations

import re

from lxml import etree

from factoid.errors import SourceBroken

Element = etree._Element


def tree_of(data: bytes, name: str) -> Element:
    """Return the root of a document. Entities are left alone, however many it defines."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceBroken(name, f"is damaged XML ({_said(error)}).", "Save it anew.") from error
    return root


def _said(error: Exception) -> str:
    """Return what the parser says, without the name that it has for what is no file."""
    return " ".join(re.sub(r"\s*\(<string>, line \d+\)$", "", str(error)).split())[:120]


def local(element: Element) -> str:
    """Return the name of an element without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """Return an attribute by its name without its namespace."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None
