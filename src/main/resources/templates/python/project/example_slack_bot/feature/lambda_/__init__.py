"""A function on AWS Lambda: README.md beside this file tells what happens there."""

from .bot_function import BotFunction as BotFunction
from .self_invoker import Invoker as Invoker

__all__ = ["BotFunction", "Invoker"]
