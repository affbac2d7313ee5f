"""What short pieces of text say: titles, names, votes, dates, links, and the words of four languages for them."""
