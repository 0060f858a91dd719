"""Figures and sentences in words, one folder of files for a language."""

from analysis.words.language import FOLDER, Language, WordsError, language
from analysis.words.quantity import Quantity, shape

__all__ = ["FOLDER", "Language", "Quantity", "WordsError", "language", "shape"]
