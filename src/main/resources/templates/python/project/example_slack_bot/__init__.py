"""The bot; README.md tells how it is run and changed."""
