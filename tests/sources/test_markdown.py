"""Markdown stays as it is written; its markup says what each line is."""

from __future__ import annotations

from factoid.sources import document_of_text

PAGE = """---
title: Ada Quill
author: Morag Tait
date: 2017-05-04
---

# Ada Quill, lamplighter

![Ada in 1890](ada.jpg)
*Ada Quill at the Shore*

Ada Quill was born in **Leith** in 1851,
the daughter of a cooper.

The strike
----------

- She joined the strike in 1889.
1. Her brother was [arrested](x).

| Year | Event |
|------|-------|
| 1923 | died in Leith |

![image](b.jpg)

[x]: https://example.org
"""


def parts_of(text: str) -> list[tuple[str, str]]:
    document = document_of_text(text, media_type="text/markdown")
    assert document.text.content == text
    return [(str(s.kind), s.span.of(text)) for s in document.text.segments]


def test_each_line_is_what_its_markup_says() -> None:
    read = [(kind, words) for kind, words in parts_of(PAGE) if kind != "furniture"]
    assert read == [
        ("title", "# Ada Quill, lamplighter"),
        ("caption", "Ada in 1890"),
        ("caption", "*Ada Quill at the Shore*"),
        ("paragraph", "Ada Quill was born in **Leith** in 1851,\nthe daughter of a cooper."),
        ("heading", "The strike"),
        ("list_item", "- She joined the strike in 1889."),
        ("list_item", "1. Her brother was [arrested](x)."),
        ("table_cell", "| Year |"),
        ("table_cell", "Event |"),
        ("table_cell", "| 1923 |"),
        ("table_cell", "died in Leith |"),
    ]


def test_markup_lines_and_images_without_words_are_furniture() -> None:
    furniture = [words for kind, words in parts_of(PAGE) if kind == "furniture"]
    assert furniture[0].startswith("---\ntitle")
    assert "----------" in furniture
    assert "![image](b.jpg)" in furniture
    assert "[x]: https://example.org" in furniture


def test_the_front_matter_tells_of_the_source() -> None:
    source = document_of_text(PAGE, media_type="text/markdown").source
    assert (source.title, source.creator, source.published) == ("Ada Quill", "Morag Tait", "2017-05-04")


def test_a_month_in_the_front_matter_stays_a_month() -> None:
    text = "---\ndate: May 2017\nauthors: [A. Tait, B. Tait]\n---\nAda was born in Leith in 1851.\n"
    source = document_of_text(text, media_type="text/markdown").source
    assert (source.published, source.creator) == ("2017-05", "A. Tait, B. Tait")


def test_broken_front_matter_is_furniture_all_the_same() -> None:
    text = "---\ntitle: [a\n---\n\n# Ada\n\nAda was born in Leith in 1851.\n"
    assert parts_of(text)[0] == ("furniture", "---\ntitle: [a\n---")
    assert document_of_text(text, media_type="text/markdown").source.title == "Ada"


def test_front_matter_that_stands_for_gigabytes_says_nothing() -> None:
    doubled = "\n".join(f"k{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9) if n else 'x'}]" for n in range(12))
    document = document_of_text(
        f"---\n{doubled}\ntitle: *a11\n---\n\nAda was born in 1851.\n", media_type="text/markdown"
    )
    assert "Ada was born" in document.text.content
    deep = document_of_text(
        f"---\ntitle: {'[' * 3000}\n---\n\nAda was born in 1851.\n", media_type="text/markdown"
    )
    assert deep.source.title is None or "[" not in deep.source.title
