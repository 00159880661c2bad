from effort import seconds_of
from identity.people import crowd

from factoid.identity import link_personas
from factoid.names import parse_name


def seconds(size: int, tries: int) -> float:
    people = crowd(size, seed=size)
    return seconds_of(lambda: link_personas(people, []), tries)


def test_work_grows_about_as_the_number_of_personas() -> None:
    """Eight times the personas take far less than the 64 times that comparing all with all would."""
    parse_name("Anna Nowak")  # the lexicons are loaded once
    assert seconds(4000, tries=1) < 28 * max(seconds(500, tries=3), 0.03)


def test_a_crowd_is_linked() -> None:
    links = link_personas(crowd(2000), [])
    several = [link for link in links if len(link.personas) > 1]
    assert 200 < len(several) < 700
    assert all(len({p.partition("/")[0] for p in link.personas}) == len(link.personas) for link in several)
