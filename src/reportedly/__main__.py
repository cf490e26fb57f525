"""Run the command line as `python -m reportedly`."""

from .main import main

main()
