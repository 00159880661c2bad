"""What the first pages would wait for, worked out when the application begins."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from threading import Thread

from factoid.errors import FactoidError
from factoid.pipeline.long_work import Work
from factoid.web.docket import docket_of
from factoid.web.lives.portrait import portrait_of
from factoid.web.pages import Pages
from factoid.web.review import queue_of
from factoid.web.site import Site

QUEUES = ("weak", "damaged", "people")  #: of the review; who may be one person takes longest
FIRST_PEOPLE = 8  #: whose lives are worked out: they head the list of people, and are told of most
_LONGEST_SECONDS = 600.0  #: for one thing; others are begun all the same


def begin(site: Site, *others: Pages) -> Thread:
    """Begin with what pages need; the thread ends with the application.

    Templates (those of ``others`` too), words and rules, the longest lives, conflicts, who may be one person: one thing
    after the other, so that a hand is free for who asks meanwhile.
    """
    thread = Thread(target=_warm, args=(site, others), name="warming", daemon=True)
    thread.start()
    return thread


def _warm(site: Site, others: Sequence[Pages]) -> None:
    for pages in (site, *others):
        for name in pages.templates.list_templates():
            pages.templates.get_template(name)
    try:
        site.see_to(Work.CATCH_UP)
        for person in site.library.people(limit=FIRST_PEOPLE):
            if site.desk.is_closed:
                return
            portrait_of(site, person.id, patience=_LONGEST_SECONDS)
        if not site.desk.is_closed:
            docket_of(site, patience=_LONGEST_SECONDS).kinds  # noqa: B018 -- reckoned once, then kept
        for name in QUEUES:
            if not site.desk.is_closed:
                queue_of(site, name, patience=_LONGEST_SECONDS)
        gc.freeze()  # what is kept from now on is not gone through again each time garbage is looked for
    except FactoidError:  # the page that needs it says what is the matter
        return
