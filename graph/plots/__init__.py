"""Pictures of the graph as SVG or PNG, in English or Arabic: network, timeline of a pair, matrix.

matplotlib draws them and shapes Arabic by libraqm, so that letters join and run the right way; DejaVu Sans, which
comes with it, has the letters. Each ``draw_…`` gives the bytes of a file.
"""

from graph.plots.canvas import FORMATS, LANGUAGES
from graph.plots.matrix import draw_matrix
from graph.plots.network import draw_network
from graph.plots.timeline import draw_timeline

__all__ = ["FORMATS", "LANGUAGES", "draw_matrix", "draw_network", "draw_timeline"]
