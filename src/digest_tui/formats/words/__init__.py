"""Short pieces of text: titles, names, votes, dates, links, and the words of four languages for them."""
