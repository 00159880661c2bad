"""How well readings agree with a gold standard in the shape of the annotation guide.

people     P R F of the forms put under the right person, under the best one-to-one alignment of persons
found      P R F of factoids with the right type and person, and evidence that overlaps the gold's
exact      P R F of found factoids whose every slot agrees too
dates      of the found factoids that the gold dates: the share whose date is equal, or compatible
certainty  F of the hedged, attributed and denied among the found
furniture  F over characters that are not white space
"""

from factoid.evaluation.compare import Comparison, compare
from factoid.evaluation.figures import Figures, figures_of
from factoid.evaluation.gold import GoldText, gold_texts

__all__ = ["Comparison", "Figures", "GoldText", "compare", "figures_of", "gold_texts"]
