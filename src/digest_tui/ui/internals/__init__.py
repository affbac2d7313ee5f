"""Every private part of Textual that the reader stands on; no other module names or overrides one.

Each says why, and which public way was tried. They were there in Textual 8.2.5, 8.2.6 and 8.2.8;
a test asks each release that is installed whether they still are, with the parameters that are given here.
"""
