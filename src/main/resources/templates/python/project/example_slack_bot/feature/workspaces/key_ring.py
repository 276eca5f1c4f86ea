"""Locks texts away with AES-GCM: https://csrc.nist.gov/pubs/sp/800/38/d/final

Who reads the database cannot read them, and who writes it cannot change them or put one in the place of another.
"""

import base64
import binascii
import hashlib
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
_NONCE_BYTES = 12
_ID_BYTES = 4


class WrongKey(Exception):
    """A text cannot be opened: its key is not on the ring, or it was changed or lay elsewhere."""


class KeyRing:
    """The first key locks, each of them opens, so that a key can be replaced."""

    def __init__(self, encoded: str) -> None:
        """Takes keys of 32 random bytes in Base64, separated by commas, the one that locks first.

        Raises ValueError when one is something else.
        """
        keys = [_decoded(part.strip()) for part in encoded.split(",")]
        if any(len(key) != KEY_BYTES for key in keys):
            raise ValueError
        self._keys = {_id(key): AESGCM(key) for key in keys}
        self._current = _id(keys[0])

    def lock(self, text: str, place: str) -> str:
        """The place is where it will lie, such as a row's key: it opens nowhere else."""
        nonce = os.urandom(_NONCE_BYTES)
        locked = self._keys[self._current].encrypt(nonce, text.encode(), place.encode())
        return f"{self._current}:{base64.b64encode(nonce + locked).decode()}"

    def open(self, locked: str, place: str) -> str:
        """Raises WrongKey."""
        key, _, encoded = locked.partition(":")
        if key not in self._keys:
            raise WrongKey(f"TOKEN_KEY lacks the key {key}, with which tokens are encrypted. Add it behind a comma.")
        everything = base64.b64decode(encoded)
        try:
            opened = self._keys[key].decrypt(everything[:_NONCE_BYTES], everything[_NONCE_BYTES:], place.encode())
        except InvalidTag as error:
            raise WrongKey("A stored token was changed, or belongs elsewhere") from error
        return opened.decode()

    def is_old(self, locked: str) -> bool:
        """Whether it was locked with a key of the ring that is not the first."""
        key = locked.partition(":")[0]
        return key in self._keys and key != self._current


def _id(key: bytes) -> str:
    """Tells keys apart, and says nothing about any."""
    return hashlib.sha256(key).digest()[:_ID_BYTES].hex()


def _decoded(key: str) -> bytes:
    """The last characters, which only fill up, may be missing."""
    try:
        return base64.b64decode(key + "=" * (-len(key) % 4), validate=True)
    except binascii.Error as error:
        raise ValueError from error
