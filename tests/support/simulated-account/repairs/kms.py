"""KMS: how often a key rotates, and in which state it takes which call."""

import json
from typing import Callable

from moto.core.exceptions import JsonRESTError
from moto.kms.exceptions import ValidationException
from moto.kms.models import KmsBackend
from moto.kms.responses import KmsResponse

# https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html
DEFAULT_PERIOD = 365
SHORTEST_PERIOD = 90
LONGEST_PERIOD = 2560


def with_period(method: Callable[[KmsResponse], str]) -> Callable[[KmsResponse], str]:
    """https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html"""

    def enable_key_rotation(self: KmsResponse) -> str:
        days = self._get_param("RotationPeriodInDays") or DEFAULT_PERIOD
        if not SHORTEST_PERIOD <= days <= LONGEST_PERIOD:
            raise ValidationException(f"RotationPeriodInDays must be {SHORTEST_PERIOD} to {LONGEST_PERIOD}, not {days}")
        answer = method(self)
        backend = self.kms_backend
        backend.keys[backend.get_key_id(self._get_param("KeyId"))].rotation_period = days
        return answer

    return enable_key_rotation


def telling_period(method: Callable[[KmsResponse], str]) -> Callable[[KmsResponse], str]:
    """https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html"""

    def get_key_rotation_status(self: KmsResponse) -> str:
        answer = json.loads(method(self))
        backend = self.kms_backend
        key = backend.keys[backend.get_key_id(self._get_param("KeyId"))]
        answer["KeyId"] = key.arn
        if answer["KeyRotationEnabled"]:
            answer["RotationPeriodInDays"] = getattr(key, "rotation_period", DEFAULT_PERIOD)
        return json.dumps(answer)

    return get_key_rotation_status


class InvalidState(JsonRESTError):
    def __init__(self, message: str) -> None:
        super().__init__("KMSInvalidStateException", message)


def by_arn(method: Callable[..., object], refused: Callable[[bool], bool]) -> Callable[..., object]:
    """
    Takes a key by its ARN too, and refuses the call in a state in which KMS does.

    https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html
    """

    def of_key(self: KmsBackend, key_id: str, *others: object) -> object:
        own_id = self.get_key_id(key_id)
        key = self.keys[own_id]
        is_pending = key.key_state == "PendingDeletion"
        if refused(is_pending):
            raise InvalidState(f"{key.arn} is {'' if is_pending else 'not '}pending deletion.")
        return method(self, own_id, *others)

    return of_key


def repair() -> None:
    for name in ("disable_key", "enable_key", "schedule_key_deletion"):
        setattr(KmsBackend, name, by_arn(getattr(KmsBackend, name), lambda is_pending: is_pending))
    KmsBackend.cancel_key_deletion = by_arn(KmsBackend.cancel_key_deletion, lambda is_pending: not is_pending)
    KmsResponse.enable_key_rotation = with_period(KmsResponse.enable_key_rotation)
    KmsResponse.get_key_rotation_status = telling_period(KmsResponse.get_key_rotation_status)
