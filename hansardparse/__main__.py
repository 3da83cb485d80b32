"""`python -m hansardparse`: the command line."""

from hansardparse.cli import main

if __name__ == "__main__":
    main()
