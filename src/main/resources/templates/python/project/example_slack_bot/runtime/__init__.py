"""What makes the bot well-behaved, whatever it does."""
