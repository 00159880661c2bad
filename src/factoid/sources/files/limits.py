"""What a file may ask of the machine that reads it. Hostile files end at these, with the reason."""

from __future__ import annotations

MIB = 1 << 20

LARGEST_FILE = 1024 * MIB  #: of what is not plain text: a document, an archive, standard input
LARGEST_MEMBER = 256 * MIB  #: unpacked, of one file in an archive or in a document that is one
LARGEST_ARCHIVE = 4096 * MIB  #: unpacked, all files of one archive together
MOST_MEMBERS = 100_000  #: files in one archive
HIGHEST_RATIO = 200  #: how many times larger a file of more than a MiB may be than it is packed
DEEPEST_ARCHIVE = 3  #: archives in archives
MOST_PAGES = 20_000  #: of one PDF
MOST_CHARACTERS = 100_000_000  #: of the text of one document
SECONDS = 300  #: for one document, in a process that is ended then
OCR_PAGE_SECONDS = 120  #: for one page whose letters are recognised
OCR_SECONDS = 4 * 3600  #: for one document with such pages, in place of `SECONDS`
OCR_PIXELS = 40_000_000  #: of a page
MEMORY = 3072 * MIB  #: for that process
