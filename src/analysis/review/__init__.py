"""Checks of the whole: no typed numbers, the same outputs as the manifest says, a certificate."""
