"""From keys, as terminals and input methods send them, to commands."""
