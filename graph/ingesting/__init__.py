"""Many articles into a store: what is known is passed over, many processes read, one commits.

``known`` asks what the store has, ``working`` turns a source into quads without a store, ``engines``,
``pool`` and ``cluster`` do that in this process, in several, on other machines, and ``committing`` writes.
"""

from graph.ingesting.committing import Committer
from graph.ingesting.engines import Engine, InProcess, Threads
from graph.ingesting.outcome import Outcome, Result, Tally
from graph.ingesting.pool import Processes
from graph.ingesting.working import Done, Task, open_source, warnings

__all__ = [
    "Committer",
    "Done",
    "Engine",
    "InProcess",
    "Outcome",
    "Processes",
    "Result",
    "Tally",
    "Task",
    "Threads",
    "open_source",
    "warnings",
]
