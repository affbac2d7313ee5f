"""Sentences of the documents that promise nothing, and why."""

from collections.abc import Mapping

NOTHING_PROMISED: Mapping[str, Mapping[str, str]] = {}
