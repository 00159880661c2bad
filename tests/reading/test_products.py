"""Products of matrices by numpy's library: the same parses as thinc's own give."""

from typing import Any

import numpy as np
import pytest
import spacy
from thinc.api import NumpyOps

from factoid.reading.parse import DEFAULT_MODEL, PACKAGES
from factoid.reading.products import QuickOps, with_quick_products

WORDS = (
    "Ilse Varga, born at Szeged in 1871, was the second daughter of a miller named Pal and of his wife Rozalia. "
    "She taught drawing in Graz until the war; her brother, who had gone to sea, never wrote."
)


@pytest.mark.parametrize("shapes", [((1, 5), (5, 3)), ((40, 288), (288, 96))])
def test_the_products_are_thincs(shapes: tuple[tuple[int, int], tuple[int, int]]) -> None:
    left, right = _random(shapes[0]), _random(shapes[1])
    quick: Any = QuickOps().gemm(left, right)
    assert np.allclose(quick, np.asarray(NumpyOps().gemm(left, right)), rtol=1e-5)
    quick = QuickOps().gemm(left, right.T.copy(), trans2=True)
    assert np.allclose(quick, np.asarray(NumpyOps().gemm(left, right)), rtol=1e-5)


def _random(shape: tuple[int, int]) -> Any:
    return np.random.default_rng(7).random(shape, dtype="f")


def test_a_model_parses_the_same() -> None:
    package = PACKAGES[DEFAULT_MODEL]
    plain, quick = spacy.load(package), with_quick_products(spacy.load(package))
    recogniser: Any = quick.get_pipe("ner")
    assert {type(layer.ops) for layer in recogniser.model.walk()} == {QuickOps}
    assert quick(WORDS).to_json() == plain(WORDS).to_json()
