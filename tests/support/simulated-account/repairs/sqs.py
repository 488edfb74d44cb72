"""SQS: setting some attributes of a queue leaves its policy."""

from typing import Any, Callable

from moto.sqs.models import Queue


def keeping_the_policy(method: Callable[..., None]) -> Callable[..., None]:
    """https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html"""

    def set_attributes(self: Queue, attributes: dict[str, Any], now: float | None = None) -> None:
        policy = getattr(self, "policy", None)
        method(self, attributes, now)
        if "Policy" not in attributes:
            self.policy = policy

    return set_attributes


def repair() -> None:
    Queue._set_attributes = keeping_the_policy(Queue._set_attributes)
