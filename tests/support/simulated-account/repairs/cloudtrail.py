"""CloudTrail: trails by ARN, what a trail says of its selectors, Insights."""

import json
from typing import Any, Callable

from moto.cloudtrail.models import CloudTrailBackend, Trail, cloudtrail_backends
from moto.cloudtrail.responses import CloudTrailResponse
from moto.core.exceptions import JsonRESTError

# A trail that nothing was set for records management events.
# https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetEventSelectors.html
DEFAULT_EVENT_SELECTORS = [
    {
        "ReadWriteType": "All",
        "IncludeManagementEvents": True,
        "DataResources": [],
        "ExcludeManagementEventSources": [],
    }
]


class InsightNotEnabledException(JsonRESTError):
    code = 400

    def __init__(self, trail: str):
        super().__init__("InsightNotEnabledException", f"Insights is not enabled on trail {trail}.")


def by_name_or_arn(method: Callable[..., Any]) -> Callable[..., Any]:
    """These calls take "the name or the CloudTrail ARN of the trail", and refuse a trail that does not exist.

    https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StartLogging.html
    https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StopLogging.html
    https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DeleteTrail.html
    """

    def with_name(self: CloudTrailBackend, name: str) -> Any:
        return method(self, self.get_trail(name).trail_name)

    return with_name


def in_every_region(method: Callable[..., Any]) -> Callable[..., Any]:
    """A trail of all regions is found in each of them, by its ARN.

    https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetEventSelectors.html
    https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetInsightSelectors.html
    """

    def of_home_region(self: CloudTrailBackend, trail_name: str) -> Any:
        shadows = (trail for trail in self.describe_trails(include_shadow_trails=True) if trail.arn == trail_name)
        trail = next(shadows, None)
        return method(self if trail is None else cloudtrail_backends[self.account_id][trail.region_name], trail_name)

    return of_home_region


def put_event_selectors(
    self: Trail, event_selectors: list[dict[str, Any]] | None, advanced_event_selectors: list[dict[str, Any]] | None
) -> None:
    """One kind of selectors overwrites the other.

    https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html
    """
    self.event_selectors = event_selectors or []
    self.advanced_event_selectors = advanced_event_selectors or []
    self.has_custom_event_selectors = True


def get_event_selectors(self: Trail) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    if not self.event_selectors and not self.advanced_event_selectors:
        return DEFAULT_EVENT_SELECTORS, []
    return self.event_selectors, self.advanced_event_selectors


def put_insight_selectors(self: Trail, insight_selectors: list[dict[str, str]]) -> None:
    """What is put replaces what was there: an empty list turns Insights off.

    https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutInsightSelectors.html
    """
    self.insight_selectors = insight_selectors


def get_insight_selectors(self: Trail) -> list[dict[str, str]]:
    """https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetInsightSelectors.html"""
    if not self.insight_selectors:
        raise InsightNotEnabledException(self.arn)
    return self.insight_selectors


def with_selectors(description: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Trail.html"""

    def described(self: Trail, include_region: bool = False) -> dict[str, Any]:
        return {
            **description(self, include_region),
            "HasCustomEventSelectors": getattr(self, "has_custom_event_selectors", False),
            "HasInsightSelectors": bool(self.insight_selectors),
        }

    return described


def only_those_named(describe: Callable[[CloudTrailResponse], str]) -> Callable[[CloudTrailResponse], str]:
    """A name is looked for among the trails of the region, an ARN among all.

    https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html
    """

    def described(self: CloudTrailResponse) -> str:
        answer = json.loads(describe(self))
        named = self._get_param("trailNameList")
        if named:
            answer["trailList"] = [
                trail
                for trail in answer["trailList"]
                if trail["TrailARN"] in named or (trail["Name"] in named and trail["HomeRegion"] == self.region)
            ]
        return json.dumps(answer)

    return described


def repair() -> None:
    for name in ("start_logging", "stop_logging", "delete_trail"):
        setattr(CloudTrailBackend, name, by_name_or_arn(getattr(CloudTrailBackend, name)))
    for name in ("get_event_selectors", "get_insight_selectors"):
        setattr(CloudTrailBackend, name, in_every_region(getattr(CloudTrailBackend, name)))
    Trail.put_event_selectors = put_event_selectors
    Trail.get_event_selectors = get_event_selectors
    Trail.put_insight_selectors = put_insight_selectors
    Trail.get_insight_selectors = get_insight_selectors
    Trail.description = with_selectors(Trail.description)
    CloudTrailResponse.describe_trails = only_those_named(CloudTrailResponse.describe_trails)
