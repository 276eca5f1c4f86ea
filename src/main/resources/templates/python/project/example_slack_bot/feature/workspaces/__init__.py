"""Others install the bot: README.md beside this file tells how."""

from .workspaces import Workspaces as Workspaces
from .workspaces import read as read_workspaces

__all__ = ["Workspaces", "read_workspaces"]
