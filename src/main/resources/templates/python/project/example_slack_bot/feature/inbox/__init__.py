"""Nothing acknowledged is lost: README.md beside this file tells how."""

from .database import Database as Database
from .database import read as read_database
from .inbox import Inbox as Inbox

__all__ = ["Database", "Inbox", "read_database"]
