"""What a server and its query processes hold."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Held:
    """Bytes of memory (shared pages counted once for each process), open files, processes."""

    memory: int
    files: int
    processes: int


def held(pid: int) -> Held:
    """Of a process and its children, by /proc; Linux only."""
    memory = files = processes = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            lines = (folder / "status").read_text().splitlines()
            said = dict(line.split(":", 1) for line in lines if ":" in line)
            if pid not in (int(said["Pid"]), int(said["PPid"])):
                continue
            memory += int(said.get("VmRSS", "0").split()[0]) * 1024
            files += len(list((folder / "fd").iterdir()))
            processes += 1
        except OSError:
            continue  # it ended while we looked
    return Held(memory, files, processes)
