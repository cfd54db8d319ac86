"""From what a user names to a store."""

from __future__ import annotations

from pathlib import Path

from graph.exc import StoreError
from graph.store.embedded import EmbeddedStore
from graph.store.protocol import Store
from graph.store.remote import RemoteStore


def open_store(location: str | Path, *, read_only: bool = False) -> Store:
    """Open the store at a folder (made if absent, unless ``read_only``), ``:memory:`` or an http(s) endpoint.

    Raises StoreError where there is none or it cannot be opened.
    """
    name = str(location)
    if name.startswith(("http://", "https://")):
        return RemoteStore(name, read_only=read_only)
    if name == ":memory:":
        return EmbeddedStore()
    path = Path(name)
    if path.exists() and not path.is_dir():
        raise StoreError(f"{path} is a file; a store is a folder or an http(s) SPARQL endpoint")
    if path.is_dir() and any(path.iterdir()) and not (path / "CURRENT").exists():
        raise StoreError(f"the folder {path} holds other files and no store; choose another --store")
    if read_only and not (path / "CURRENT").exists():
        raise StoreError(f"there is no store at {path}; `bilateral ingest PATH --store {path}` makes one")
    return EmbeddedStore(path, read_only=read_only)
