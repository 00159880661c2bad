"""``python -m factoid``."""

from factoid.cli import main

if __name__ == "__main__":
    main()
