"""`python -m truceline`."""

from truceline.cli.app import main

if __name__ == "__main__":
    main()
