"""Bedrock: guardrails, and an account that never set invocation logging has no configuration, rather than an empty one."""

import json
from typing import Callable

from moto.bedrock.responses import BedrockResponse

from . import bedrock_guardrails


def unless_empty(method: Callable[[BedrockResponse], str]) -> Callable[[BedrockResponse], str]:
    """Logging is off, and `loggingConfig` absent, until somebody sets it.

    https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
    """

    def get_model_invocation_logging_configuration(self: BedrockResponse) -> str:
        answer = json.loads(method(self))
        return json.dumps({name: value for name, value in answer.items() if value})

    return get_model_invocation_logging_configuration


def repair() -> None:
    bedrock_guardrails.repair()
    BedrockResponse.get_model_invocation_logging_configuration = unless_empty(
        BedrockResponse.get_model_invocation_logging_configuration
    )
