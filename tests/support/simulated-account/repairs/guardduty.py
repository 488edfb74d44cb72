"""GuardDuty: a region has one detector, and an update of some features leaves the others."""

from typing import Any, Callable

from moto.guardduty.exceptions import GuardDutyException
from moto.guardduty.models import Detector, GuardDutyBackend

Features = list[dict[str, Any]]

# https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-feature-object-api-changes-march2023.html
SOURCES = {
    "S3_DATA_EVENTS": ("s3Logs",),
    "EKS_AUDIT_LOGS": ("kubernetes", "auditLogs"),
    "EBS_MALWARE_PROTECTION": ("malwareProtection", "scanEc2InstanceWithFindings", "ebsVolumes"),
}


def refusing_a_second(method: Callable[..., str]) -> Callable[..., str]:
    """https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreateDetector.html"""

    def create_detector(self: GuardDutyBackend, *arguments: Any, **named: Any) -> str:
        if self.detectors:
            raise GuardDutyException(
                "BadRequestException",
                "The request is rejected because a detector already exists for the current account.",
            )
        return method(self, *arguments, **named)

    return create_detector


def joining_features(method: Callable[..., None]) -> Callable[..., None]:
    """https://docs.aws.amazon.com/guardduty/latest/APIReference/API_UpdateDetector.html"""

    def update(self: Detector, enable: Any, frequency: Any, data_sources: Any, features: Features | None) -> None:
        joined = {feature["name"]: feature for feature in [*self.features, *(features or [])]}
        method(self, enable, frequency, data_sources, list(joined.values()))

    return update


def telling_sources(method: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """Features by their older names, as `dataSources` has them."""

    def to_json(self: Detector) -> dict[str, Any]:
        told = method(self)
        for feature in self.features:
            path = SOURCES.get(feature["name"], ())
            part = told["dataSources"] if path else {}
            for name in path:
                part = part.setdefault(name, {})
            part["status"] = feature["status"]
        return told

    return to_json


def repair() -> None:
    GuardDutyBackend.create_detector = refusing_a_second(GuardDutyBackend.create_detector)
    Detector.update = joining_features(Detector.update)
    Detector.to_json = telling_sources(Detector.to_json)
