"""Rules that are not judged where the kit cannot see what is meant."""

AWAITED = frozenset({"keys behind O, ? and Esc in bursts"})
