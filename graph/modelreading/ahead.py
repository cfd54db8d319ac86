"""Reading ahead: while one article is stored, the next ones are already with the model."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from graph.model import Article, ArticleRecords

T = TypeVar("T")
Read = Callable[[Article], ArticleRecords]


class Ahead:
    """A reader before which up to ``width`` articles are read at once, in threads."""

    def __init__(self, read: Read, width: int) -> None:
        self._read, self._width = read, width
        self._pool = ThreadPoolExecutor(width, thread_name_prefix="reading")
        self._begun: dict[Article, Future[ArticleRecords]] = {}

    def read(self, article: Article) -> ArticleRecords:
        """The records of an article, begun earlier or read now; errors are those of its reading."""
        begun = self._begun.pop(article, None)
        return begun.result() if begun else self._read(article)

    def over(self, things: Iterable[T], article_of: Callable[[T], Article | None]) -> Iterator[T]:
        """The things in their order, each when those behind it were begun; None is nothing to read."""
        waiting: deque[tuple[T, Article | None]] = deque()
        for thing in things:
            article = article_of(thing)
            if article is not None and article not in self._begun:
                self._begun[article] = self._pool.submit(self._read, article)
            waiting.append((thing, article))
            if len(waiting) > self._width:
                yield from self._next(waiting)
        while waiting:
            yield from self._next(waiting)

    def _next(self, waiting: deque[tuple[T, Article | None]]) -> Iterator[T]:
        """The first that waits; what its taker did not want to have read is forgotten."""
        thing, article = waiting.popleft()
        yield thing
        if article is not None:
            self._begun.pop(article, None)

    def close(self) -> None:
        """End without reading what was not begun."""
        self._pool.shutdown(wait=True, cancel_futures=True)
