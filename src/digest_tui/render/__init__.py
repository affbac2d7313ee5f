"""Typed blocks to lines of cells: Rich only, for the reader and the command line."""
