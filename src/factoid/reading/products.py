"""Products of matrices by numpy's library in place of thinc's, for a parse takes most of its time for them.

Thinc multiplies with BLIS, which PyPI carries built for no processor in particular; numpy's library knows the one
it runs on and is up to three times as fast. The sums are the same but for their last bits.
"""

from __future__ import annotations

from spacy.language import Language
from thinc.api import NumpyOps
from thinc.backends.ops import Ops


class QuickOps(NumpyOps):  # type: ignore[misc]
    """What thinc does on arrays of numpy, its products of matrices by numpy."""

    gemm = Ops.gemm


def with_quick_products(nlp: Language) -> Language:
    """Let the layers of a model that run on the processor multiply by numpy."""
    ops = QuickOps()
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for layer in model.walk() if model is not None else ():
            if type(layer.ops) is NumpyOps:
                layer.ops = ops
    return nlp
