"""`python -m kinu_reader` is the command line."""

from kinu_reader.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
