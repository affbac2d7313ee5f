"""How many examples a property is tried with: a share of the profile's, so that a longer run is longer everywhere."""

from hypothesis import settings


def share(part: float) -> settings:
    """Less than a whole run, for a property whose examples are slow."""
    assert settings.default is not None
    return settings(max_examples=max(1, round(settings.default.max_examples * part)))
