"""One worker process, seen from the pool: started, asked, killed, and why it died."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import suppress
from math import inf
from pathlib import Path
from typing import IO

from graph import exc
from graph.readers.frames import Frames
from graph.readers.wire import DATA, END, ERROR, HEAD, Question, pack

_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
_LATER = 10  # niceness of a worker whose query is a long one


class Reader:
    """A worker and the connection to it. After :meth:`kill`, or an answer not read to its end, it is no more."""

    def __init__(
        self, process: subprocess.Popen[bytes], frames: Frames, errors: IO[bytes], memory: int
    ) -> None:
        self._process = process
        self._frames = frames
        self._errors = errors
        self._memory = memory
        self.verdict: exc.BilateralError | None = None
        """Why it was killed, where it was."""

    @classmethod
    async def start(cls, memory: int) -> Reader:
        """Start a process whose queries may take ``memory`` bytes each; a tenth of a second."""
        ours, theirs = socket.socketpair()
        errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed in reap()
        command = [sys.executable, "-m", "graph.readers.worker", str(theirs.fileno()), str(memory)]
        with theirs:
            process = await asyncio.to_thread(
                subprocess.Popen,
                command,
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
            )
        ours.setblocking(False)
        _, frames = await asyncio.get_running_loop().create_connection(Frames, sock=ours)
        return cls(process, frames, errors, memory)

    @property
    def alive(self) -> bool:
        """Whether it can be asked."""
        return self.verdict is None and not self._frames.ended

    def send(self, question: Question, snapshot: str, seconds: float) -> None:
        """Put a question; the answer is read by :meth:`head` and :meth:`parts`."""
        self._frames.send(pack(question, snapshot, seconds))

    async def _frame(self) -> tuple[bytes, bytes]:
        try:
            kind, content = await self._frames.next()
        except ConnectionError:
            raise await self._died() from None
        if kind == ERROR:
            told = json.loads(content)
            raise getattr(exc, told["kind"], exc.StoreError)(told["message"])
        return kind, content

    async def head(self) -> str:
        """The media type of the answer. Raises what the worker refused the question with, or how it died."""
        kind, content = await self._frame()
        assert kind == HEAD, kind
        label: str = json.loads(content)["media_type"]
        return label

    async def parts(self) -> AsyncIterator[bytes]:
        """The pieces of the answer."""
        while True:
            kind, content = await self._frame()
            if kind == END:
                return
            assert kind == DATA, kind
            yield content

    async def _died(self) -> exc.BilateralError:
        if self.verdict:
            return self.verdict
        code = await asyncio.to_thread(self._process.wait)
        self._errors.seek(0)
        words = self._errors.read(4000).decode(errors="replace")
        if "overflow" in words or code == -signal.SIGSEGV:
            return exc.LimitError("the query is nested too deeply and was ended")
        if code in (-signal.SIGABRT, -signal.SIGKILL) or "alloc" in words or "MemoryError" in words:
            return exc.LimitError(
                f"the query took more than the {self._memory / 2**20:.0f} MiB of memory that a query may take "
                "and was ended; ask for less, or sort and group less at once"
            )
        return exc.StoreError(f"a query process ended by itself (code {code}): {words.strip()[-500:]}")

    def used(self) -> float:
        """Seconds of processor time it has had since its start; infinite where the system does not tell."""
        try:
            fields = (
                Path(f"/proc/{self._process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
            )
        except OSError:
            return inf
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def later(self) -> None:
        """Let other work go first from now on."""
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self._process.pid, _LATER)

    def kill(self, verdict: exc.BilateralError) -> None:
        """End it at once; whoever reads its answer is told ``verdict``."""
        if self.verdict is None:
            self.verdict = verdict
        with suppress(ProcessLookupError):
            self._process.kill()

    async def reap(self) -> None:
        """Let go of it; a process that still runs is killed."""
        self.kill(exc.StoreError("the server stops"))
        self._frames.close()
        await asyncio.to_thread(self._process.wait)
        self._errors.close()
