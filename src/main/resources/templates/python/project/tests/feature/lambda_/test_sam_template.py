"""What is deployed belongs to the code."""

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from example_slack_bot.bot import NAME
from example_slack_bot.feature.lambda_.self_invoker import WHAT_WAITS

PROJECT = Path(__file__).parents[3]


class Loader(yaml.SafeLoader):
    """CloudFormation's own tags are left as they stand."""


Loader.add_multi_constructor("!", lambda loader, suffix, node: node.value)


@pytest.fixture
def resources() -> dict[str, Any]:
    text = (PROJECT / "deploy/lambda/template.yaml").read_text()
    return dict(yaml.load(text, Loader)["Resources"])


def test_anybody_may_call_the_address_for_which_lambda_wants_two_permissions(resources: dict[str, Any]) -> None:
    permissions = [one["Properties"] for one in resources.values() if one["Type"] == "AWS::Lambda::Permission"]

    assert [(one["Action"], one["Principal"]) for one in permissions] == [
        ("lambda:InvokeFunctionUrl", "*"),
        ("lambda:InvokeFunction", "*"),
    ]


def test_the_function_has_its_handler_its_name_and_the_right_to_invoke_itself(resources: dict[str, Any]) -> None:
    function = resources["Bot"]["Properties"]
    module, name = function["Handler"].rsplit(".", 1)

    assert name == "handler"
    assert importlib.util.find_spec(module) is not None
    assert function["FunctionName"] == NAME
    may_invoke = function["Policies"][0]["Statement"][0]["Resource"]
    assert [arn.split(":function:")[1] for arn in may_invoke] == [NAME, f"{NAME}:*"]
    assert function["Events"]["WhatWaits"]["Properties"]["Input"] == WHAT_WAITS


def test_it_is_packed_for_the_python_that_runs_it(resources: dict[str, Any]) -> None:
    makefile = (PROJECT / "Makefile").read_text()

    assert "build-Bot:" in makefile
    assert set(re.findall(r"python3\.\d+", makefile)) == {resources["Bot"]["Properties"]["Runtime"]}
