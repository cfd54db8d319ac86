"""Answers on disk, so that nothing is paid for twice and a run that was ended goes on where it was."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import replace
from pathlib import Path

from graph.exc import InputError, ModelError
from graph.modelreading.replies import Answerer, Reply
from graph.modelreading.requests import Request


def cache_folder(set_: str) -> Path:
    """The folder that is set, else ``bilateral/model`` in the user's cache (XDG Base Directory)."""
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(set_ or f"{base}/bilateral/model").expanduser()


class Cached:
    """An answerer with a folder before it: one file a reply, named by the hash of its request's body.

    The body holds the text, the prompt and the model, so a change of any asks anew. Only answers that are
    JSON objects are kept, each written whole or not at all.
    """

    def __init__(self, answerer: Answerer, folder: Path) -> None:
        self._answerer, self._folder = answerer, folder

    def ask(self, request: Request) -> Reply:
        """The kept reply, else the answerer's, which is kept from then on."""
        path = self._folder / request.digest[:2] / f"{request.digest}.json"
        if kept := _read(path):
            return kept
        reply = self._answerer.ask(request)
        try:
            reply.answer()
        except ModelError:
            return reply
        self._keep(path, reply)
        return reply

    def _keep(self, path: Path, reply: Reply) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
                json.dump(reply.as_json(), file, ensure_ascii=False)
            Path(file.name).replace(path)
        except OSError as error:
            raise InputError(
                f"{path}: answers cannot be kept there: {error.strerror or error}; set BILATERAL_MODEL_CACHE"
            ) from error


def _read(path: Path) -> Reply | None:
    """A kept reply; None where there is none or the file was damaged."""
    try:
        return replace(Reply(**json.loads(path.read_text(encoding="utf-8"))), stored=True)
    except (OSError, ValueError, TypeError):
        return None
