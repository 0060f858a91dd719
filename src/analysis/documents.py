"""Reads JSON and YAML in which every key stands once.

Their readers take the last of two values under one key, and say nothing.

>>> json_of('{"title": "A", "title": "B"}')
Traceback (most recent call last):
analysis.documents.KeyTwiceError: the key 'title' twice in one object
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import yaml


class KeyTwiceError(ValueError):
    """A key stands twice in one object; the message names it."""


def json_of(text: str | bytes) -> Any:
    """The content of a JSON text.

    Raises:
        KeyTwiceError: a key stands twice in one object.
        json.JSONDecodeError: the text is no JSON.
    """
    return json.loads(text, object_pairs_hook=_object)


def yaml_of(text: str | bytes) -> Any:
    """The content of a YAML text.

    Raises:
        KeyTwiceError: a key stands twice in one mapping; the message names the line too.
        yaml.YAMLError: the text is no YAML.
    """
    return yaml.load(text, Loader=_Loader)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    twice = [key for key, count in Counter(key for key, _ in pairs).items() if count > 1]
    if twice:
        raise KeyTwiceError(f"the key {twice[0]!r} twice in one object")
    return dict(pairs)


class _Loader(yaml.SafeLoader):
    """The safe reader, but for keys that stand twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                line = key.start_mark.line + 1
                raise KeyTwiceError(f"the key {key.value!r} twice, again in line {line}")
            seen.add(key.value)
        return super().construct_mapping(node, deep)
