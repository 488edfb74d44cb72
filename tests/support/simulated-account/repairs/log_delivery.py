"""CloudWatch Logs: the log types that Bedrock and AgentCore deliver, and what is refused of a delivery to a log group."""

import json
from typing import Any, Callable

from moto.logs.exceptions import ConflictException, ResourceNotFoundException, ValidationException
from moto.logs.models import Delivery, DeliverySource, LogsBackend

# https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html
AGENTCORE_TOOLS = ("browser-custom", "code-interpreter-custom")
LOG_TYPES = {
    ("bedrock", "knowledge-base"): {"APPLICATION_LOGS", "TRACES"},
    ("bedrock", "agent-alias"): {"APPLICATION_LOGS", "EVENT_LOGS"},
    ("bedrock-agentcore", "gateway"): {"APPLICATION_LOGS", "TRACES"},
    ("bedrock-agentcore", "memory"): {"APPLICATION_LOGS", "TRACES"},
    **{
        ("bedrock-agentcore", kind): {"APPLICATION_LOGS", "USAGE_LOGS", "TRACES"}
        for kind in ("runtime", *AGENTCORE_TOOLS)
    },
}
WRITING = {"logs:CreateLogStream", "logs:PutLogEvents"}


def of_more_services(method: Callable[..., DeliverySource]) -> Callable[..., DeliverySource]:
    """A source is one resource's logs of one type, and no other source has them."""

    def put_delivery_source(
        self: LogsBackend, name: str, resource_arn: str, log_type: str, tags: dict[str, str]
    ) -> DeliverySource:
        service, kind = resource_arn.split(":")[2], resource_arn.split(":")[-1].split("/")[0]
        if not service.startswith("bedrock"):
            return method(self, name, resource_arn, log_type, tags)
        if log_type not in LOG_TYPES.get((service, kind), set()):
            raise ValidationException(f"{log_type} is no log type of {kind}.")
        for other in self.delivery_sources.values():
            has_these_logs = resource_arn in other.resource_arns and other.log_type == log_type
            if has_these_logs != (other.name == name):
                raise ConflictException(msg="A source of this name, or of these logs, exists already.")
        source = DeliverySource(self.account_id, self.region_name, name, resource_arn, log_type, tags)
        self.delivery_sources[name] = source
        if tags:
            self.tag_resource(source.arn, tags)
        return source

    return put_delivery_source


def statements_of(backend: LogsBackend) -> list[dict[str, Any]]:
    return [
        statement
        for policy in backend.resource_policies.values()
        for statement in json.loads(policy.policy_document)["Statement"]
    ]


def where_let_in(method: Callable[..., Delivery]) -> Callable[..., Delivery]:
    """The log group has to exist, and a resource policy has to let AWS's log delivery write to it.

    https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-CloudWatchLogs.html
    """

    def create_delivery(self: LogsBackend, *args: Any, **named: Any) -> Delivery:
        arn = named.get("delivery_destination_arn") or args[1]
        destinations = [each for each in self.delivery_destinations.values() if each.arn == arn]
        for destination in destinations:
            target = destination.delivery_destination_configuration["destinationResourceArn"].removesuffix(":*")
            if ":log-group:" not in target:
                continue
            if target.split(":log-group:")[1] not in self.groups:
                raise ResourceNotFoundException(msg="The specified log group does not exist.")
            if not any(
                statement["Principal"] == {"Service": "delivery.logs.amazonaws.com"}
                and WRITING <= set(statement["Action"])
                and f"{target}:log-stream:*" in statement["Resource"]
                for statement in statements_of(self)
            ):
                raise ValidationException("No resource policy lets delivery.logs.amazonaws.com write to the log group.")
        return method(self, *args, **named)

    return create_delivery


def without_fields_of_others(method: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """moto gives every delivery the fields of CloudFront."""

    def to_dict(self: Delivery) -> dict[str, Any]:
        delivery = method(self)
        if self.destination_type == "CWL":
            delivery.pop("recordFields", None)
        return delivery

    return to_dict


def repair() -> None:
    LogsBackend.put_delivery_source = of_more_services(LogsBackend.put_delivery_source)
    LogsBackend.create_delivery = where_let_in(LogsBackend.create_delivery)
    Delivery.to_dict = without_fields_of_others(Delivery.to_dict)
