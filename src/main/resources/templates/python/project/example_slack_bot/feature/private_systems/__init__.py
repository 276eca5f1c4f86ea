"""What people may ask of the systems behind the bot, and how: README.md beside this file tells."""

from .desk import Desk as Desk
from .operation import Change as Change
from .operation import Offer as Offer
from .operation import Question as Question
from .operation import SystemTrouble as SystemTrouble
from .operation import Words as Words
from .pending import InMemoryPendingRequests as InMemoryPendingRequests
from .pending import PendingRequests as PendingRequests
from .private_systems import PrivateSystem as PrivateSystem
from .private_systems import PrivateSystems as PrivateSystems
from .private_systems import read_private_systems as read_private_systems
from .system_client import Reply as Reply
from .system_client import SystemClient as SystemClient
from .system_settings import SystemSettings as SystemSettings
from .watch import Watch as Watch
