"""Columns whose values are words of the codebook, and the constraints that keep them so."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from django.db import models

from events.labels import choices


def word(words: type[StrEnum], **options: Any) -> models.CharField[str, str]:
    """A text column that holds one of `words`; pair it with `words_check`."""
    return models.CharField(max_length=20, choices=choices(words), **options)


def words_check(table: str, **columns: type[StrEnum]) -> list[models.CheckConstraint]:
    """One CHECK per column: NULL or a word of its enumeration."""
    return [
        models.CheckConstraint(
            name=f"{table}_{column}_word",
            condition=models.Q(**{f"{column}__in": [w.value for w in words]}) | models.Q(**{f"{column}__isnull": True}),
        )
        for column, words in columns.items()
    ]
