"""One file per institute or series: a new file is a new profile."""
