"""The rules of triage: pure functions over small values, without files and without a screen."""
