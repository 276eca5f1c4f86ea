"""What is locked away, and with what it opens."""

import pytest

from example_slack_bot.feature.workspaces.key_ring import KeyRing, WrongKey

from tests.feature.workspaces.keys import NEW, OLD

# As such a bot has locked it, so that a team can change the language and keep its database.
OF_ANOTHER_LANGUAGE = "88559a66:jCWSjLqkF3nLsroYWfTjs+x5CgR5SwEXzOdIRAXdq5biIK05woq0E/jowYrja4Iz9V6s"


@pytest.fixture
def keys() -> KeyRing:
    return KeyRing(OLD)


def test_opens_what_it_has_locked(keys: KeyRing) -> None:
    locked = keys.lock("xoxb-secret", "T1 bot")

    assert keys.open(locked, "T1 bot") == "xoxb-secret"
    assert "xoxb" not in locked
    assert locked != keys.lock("xoxb-secret", "T1 bot")  # the nonce is another one each time


def test_opens_what_a_bot_in_another_language_has_locked(keys: KeyRing) -> None:
    assert keys.open(OF_ANOTHER_LANGUAGE, "T1 bot") == '{"access":"xoxb-of-ü"}'


def test_opens_nothing_elsewhere(keys: KeyRing) -> None:
    with pytest.raises(WrongKey):
        keys.open(keys.lock("xoxb-secret", "T1 bot"), "T2 bot")


def test_opens_nothing_that_was_changed(keys: KeyRing) -> None:
    locked = list(keys.lock("xoxb-secret", "T1 bot"))
    locked[-5] = "B" if locked[-5] == "A" else "A"

    with pytest.raises(WrongKey):
        keys.open("".join(locked), "T1 bot")


def test_a_new_key_locks_while_the_old_one_still_opens(keys: KeyRing) -> None:
    old = keys.lock("xoxb-secret", "T1 bot")
    both = KeyRing(f"{NEW}, {OLD}")

    assert both.open(old, "T1 bot") == "xoxb-secret"
    assert both.is_old(old)
    assert not both.is_old(both.lock("xoxb-secret", "T1 bot"))


def test_names_the_key_that_is_missing_and_shows_none(keys: KeyRing) -> None:
    locked = keys.lock("xoxb-secret", "T1 bot")

    with pytest.raises(WrongKey, match="^TOKEN_KEY lacks the key " + locked.split(":")[0]) as wrong:
        KeyRing(NEW).open(locked, "T1 bot")

    assert OLD not in str(wrong.value)
    assert NEW not in str(wrong.value)


@pytest.mark.parametrize("encoded", ["", "c2hvcnQ=", "no base64!", ","])
def test_takes_keys_of_32_bytes_only(encoded: str) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        KeyRing(encoded)
