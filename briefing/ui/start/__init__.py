"""The start screen: bring in an article, choose a form, or open a recent note."""
