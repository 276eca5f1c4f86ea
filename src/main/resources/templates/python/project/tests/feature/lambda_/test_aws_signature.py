"""Requests that AWS takes."""

import re
from datetime import UTC, datetime

from example_slack_bot.feature.lambda_.aws_signature import Credentials, Post, signed

SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
NOW = datetime(2015, 8, 30, 12, 36, tzinfo=UTC)


def test_a_request_is_signed_as_aws_signs_it() -> None:
    """`post-vanilla` of AWS's own examples."""
    post = Post("example.amazonaws.com", "/", {}, b"", "us-east-1", "service")

    assert signed(post, Credentials("AKIDEXAMPLE", SECRET, ""), NOW)["authorization"] == (
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
        " SignedHeaders=host;x-amz-date, Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"
    )


def test_a_session_has_a_token() -> None:
    path = "/2015-03-31/functions/a%3Ab/invocations"
    post = Post("lambda.us-east-1.amazonaws.com", path, {"content-type": "x"}, b"{}", "us-east-1", "lambda")

    headers = signed(post, Credentials("AKIDEXAMPLE", SECRET, "token"), NOW)

    assert headers["x-amz-security-token"] == "token"
    assert re.search(
        r"SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, Signature=[0-9a-f]{64}$",
        headers["authorization"],
    )


def test_shows_no_credentials() -> None:
    assert SECRET not in repr(Credentials("AKIDEXAMPLE", SECRET, "token"))
    assert "token=" not in repr(Credentials("AKIDEXAMPLE", SECRET, "token"))
