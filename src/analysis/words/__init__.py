"""Figures and sentences in words, one folder of files for a language."""

from analysis.words.language import FOLDER, Language, WordsError, current, language, say
from analysis.words.quantity import Quantity, decimals, shape

__all__ = [
    "FOLDER",
    "Language",
    "Quantity",
    "WordsError",
    "current",
    "decimals",
    "language",
    "say",
    "shape",
]
