"""KMS: how often a key rotates."""

import json
from typing import Callable

from moto.kms.exceptions import ValidationException
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


def repair() -> None:
    KmsResponse.enable_key_rotation = with_period(KmsResponse.enable_key_rotation)
    KmsResponse.get_key_rotation_status = telling_period(KmsResponse.get_key_rotation_status)
