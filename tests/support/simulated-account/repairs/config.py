"""AWS Config: rules in Guard, identifiers newer than moto's list, how and with what result a recorder records, remediations."""

import json
from typing import Any, Callable

from moto.config import models
from moto.config.responses import ConfigResponse
from moto.core.exceptions import JsonRESTError
from moto.moto_api._internal import mock_random
from moto.s3.models import s3_backends
from moto.ssm.models import ssm_backends

# https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html
NEWER_IDENTIFIERS = (
    "BEDROCKAGENTCORE_CODEINTERPRETER_NETWORKMODE_CHECK",
    "BEDROCK_DATA_SOURCE_ENCRYPTION_ENABLED",
)

# https://docs.aws.amazon.com/config/latest/APIReference/API_CustomPolicyDetails.html
LONGEST_POLICY = 10_000
LONGEST_RUNTIME = 64


class GuardSource(models.Source):
    """The source of a rule whose owner is CUSTOM_POLICY.

    https://docs.aws.amazon.com/config/latest/APIReference/API_Source.html
    """

    # moto finds a model by the module that it is of.
    __module__ = models.__name__

    def __init__(self, details: dict[str, Any] | None, source_details: list[dict[str, str]] | None):
        models.ConfigEmptyDictable.__init__(self, capitalize_start=True, capitalize_arn=False)
        details = details or {}
        runtime, text = details.get("PolicyRuntime", ""), details.get("PolicyText", "")
        if not 1 <= len(runtime) <= LONGEST_RUNTIME:
            raise models.InvalidParameterValueException(f"PolicyRuntime must have 1 to {LONGEST_RUNTIME} characters")
        if not 1 <= len(text) <= LONGEST_POLICY:
            raise models.InvalidParameterValueException(f"PolicyText must have 1 to {LONGEST_POLICY} characters")
        self.owner = "CUSTOM_POLICY"
        self.source_identifier = None
        self.source_details = [
            models.SourceDetail(**models.convert_to_class_args(detail)) for detail in source_details or []
        ]
        self.custom_policy_details = details


def source_of(source: type[models.Source]) -> Callable[..., models.Source]:
    def made(account_id: str, region: str, owner: str, **arguments: Any) -> models.Source:
        if owner == "CUSTOM_POLICY":
            return GuardSource(arguments.get("custom_policy_details"), arguments.get("source_details"))
        arguments.pop("custom_policy_details", None)
        return source(account_id, region, owner, **{"source_identifier": None, **arguments})

    return made


def bucket_exists(backend: models.ConfigBackend, name: str) -> bool:
    partition = s3_backends[backend.account_id][backend.partition]
    return name in partition.buckets


def refusing_missing_bucket(method: Callable[..., None]) -> Callable[..., None]:
    """https://docs.aws.amazon.com/config/latest/APIReference/API_PutDeliveryChannel.html"""

    def put_delivery_channel(self: models.ConfigBackend, delivery_channel: dict[str, Any]) -> None:
        bucket = delivery_channel.get("s3BucketName")
        if bucket and not bucket_exists(self, bucket):
            raise models.NoSuchBucketException()
        method(self, delivery_channel)

    return put_delivery_channel


def keeping_mode(method: Callable[..., None]) -> Callable[..., None]:
    """https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingMode.html"""

    def put_configuration_recorder(self: models.ConfigBackend, config_recorder: dict[str, Any]) -> None:
        method(self, config_recorder)
        recorder = self.recorders[config_recorder["name"]]
        # Frequencies and overrides are plain data, which moto passes through as they are.
        recorder.recording_mode = {"recordingModeOverrides": [], **(config_recorder.get("recordingMode") or CONTINUOUS)}

    return put_configuration_recorder


CONTINUOUS = {"recordingFrequency": "CONTINUOUS"}


def refusing_unknown_rules(method: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """Also in an account without any rule.

    https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeConfigRules.html
    """

    def describe_config_rules(
        self: models.ConfigBackend, config_rule_names: list[str] | None, next_token: str | None
    ) -> dict[str, Any]:
        for name in config_rule_names or []:
            if name not in self.config_rules:
                raise models.NoSuchConfigRuleException(name)
        return method(self, config_rule_names, next_token)

    return describe_config_rules


def get_custom_rule_policy(self: ConfigResponse) -> str:
    """https://docs.aws.amazon.com/config/latest/APIReference/API_GetCustomRulePolicy.html"""
    name = self._get_param("ConfigRuleName")
    rule = self.config_backend.config_rules.get(name)
    if rule is None or not isinstance(rule.source, GuardSource):
        raise models.NoSuchConfigRuleException(name)
    return json.dumps({"PolicyText": rule.source.custom_policy_details["PolicyText"]})


def describe_delivery_channel_status(self: ConfigResponse) -> str:
    """What a channel delivers while its recorder records; without a topic there is no stream.

    https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeDeliveryChannelStatus.html
    https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigStreamDeliveryInfo.html
    """
    backend = self.config_backend
    records = any(recorder.status.recording for recorder in backend.recorders.values())
    channels = backend.describe_delivery_channels(self._get_param("DeliveryChannelNames"))
    return json.dumps({"DeliveryChannelsStatus": [delivery_status(backend, channel, records) for channel in channels]})


def delivery_status(backend: models.ConfigBackend, channel: dict[str, Any], records: bool) -> dict[str, Any]:
    if not records:
        return {"name": channel["name"]}
    delivered = {"lastStatus": "SUCCESS" if bucket_exists(backend, channel["s3BucketName"]) else "FAILURE"}
    stream = delivered if channel.get("snsTopicARN") else {"lastStatus": "NOT_APPLICABLE"}
    return {"name": channel["name"], "configHistoryDeliveryInfo": delivered, "configStreamDeliveryInfo": stream}


def with_last_status(method: Callable[..., list[dict[str, Any]]]) -> Callable[..., list[dict[str, Any]]]:
    """`lastStatus` is that of the last recording; here every recording is processed at once.

    https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationRecorderStatus.html
    https://docs.aws.amazon.com/config/latest/developerguide/gs-cli-verify-subscribe.html
    """

    def describe(self: models.ConfigBackend, recorder_names: list[str] | None) -> list[dict[str, Any]]:
        channels = self.delivery_channels.values()
        delivers = any(bucket_exists(self, channel.s3_bucket_name) for channel in channels)
        return [
            {**status, "lastStatus": "SUCCESS" if delivers else "FAILURE"} if status["recording"] else status
            for status in method(self, recorder_names)
        ]

    return describe


def remediations_of(backend: models.ConfigBackend) -> dict[str, dict[str, Any]]:
    """A rule has one at most."""
    if not hasattr(backend, "remediations"):
        backend.remediations = {}  # type: ignore[attr-defined]
    return backend.remediations  # type: ignore[attr-defined, no-any-return]


# https://docs.aws.amazon.com/config/latest/APIReference/API_PutRemediationConfigurations.html
MOST_REMEDIATIONS = 25


def put_remediation_configurations(self: ConfigResponse) -> str:
    """The rule and the document have to be there, and what starts by itself needs a role that is passed.

    https://docs.aws.amazon.com/config/latest/APIReference/API_PutRemediationConfigurations.html
    """
    backend = self.config_backend
    given = self._get_param("RemediationConfigurations")
    if not 1 <= len(given) <= MOST_REMEDIATIONS:
        raise models.InvalidParameterValueException(f"One to {MOST_REMEDIATIONS} remediations can be put at once")
    for remediation in given:
        check_remediation(backend, remediation)
    for remediation in given:
        put = remediations_of(backend)
        name = remediation["ConfigRuleName"]
        path = f"{backend.region_name}:{backend.account_id}:remediation-configuration/{name}/{mock_random.get_random_hex(8)}"
        arn = put.get(name, {}).get("Arn", f"arn:{backend.partition}:config:{path}")
        put[name] = {"Automatic": False, **remediation, "Arn": arn}
    return json.dumps({"FailedBatches": []})


def check_remediation(backend: models.ConfigBackend, remediation: dict[str, Any]) -> None:
    """https://docs.aws.amazon.com/config/latest/APIReference/API_RemediationConfiguration.html"""
    name = remediation["ConfigRuleName"]
    if name not in backend.config_rules:
        raise models.NoSuchConfigRuleException(name)
    if remediation["TargetType"] != "SSM_DOCUMENT":
        raise models.InvalidParameterValueException("TargetType must be SSM_DOCUMENT")
    # Of AWS's own documents and of shared ones there are none here.
    documents = ssm_backends[backend.account_id][backend.region_name]
    content = json.loads(documents.get_document(remediation["TargetId"], None, None, "JSON")["Content"])
    taken = content.get("parameters", {})
    parameters = remediation.get("Parameters", {})
    if not set(parameters) <= set(taken):
        raise models.InvalidParameterValueException("The document does not take these parameters")
    if not {key for key, value in taken.items() if "default" not in value} <= set(parameters):
        raise models.InvalidParameterValueException("The document needs more parameters")
    if remediation.get("Automatic") and "AutomationAssumeRole" not in parameters:
        raise models.InvalidParameterValueException("Automatic remediation needs AutomationAssumeRole")


def describe_remediation_configurations(self: ConfigResponse) -> str:
    """https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeRemediationConfigurations.html"""
    remediations = remediations_of(self.config_backend)
    names = self._get_param("ConfigRuleNames")
    return json.dumps({"RemediationConfigurations": [remediations[name] for name in names if name in remediations]})


def delete_remediation_configuration(self: ConfigResponse) -> str:
    """https://docs.aws.amazon.com/config/latest/APIReference/API_DeleteRemediationConfiguration.html"""
    name = self._get_param("ConfigRuleName")
    if remediations_of(self.config_backend).pop(name, None) is None:
        raise JsonRESTError("NoSuchRemediationConfigurationException", f"No remediation of {name}")
    return "{}"


def refusing_remediated_rules(method: Callable[..., None]) -> Callable[..., None]:
    """https://docs.aws.amazon.com/config/latest/APIReference/API_DeleteConfigRule.html"""

    def delete_config_rule(self: models.ConfigBackend, rule_name: str) -> None:
        if rule_name in remediations_of(self):
            raise JsonRESTError("ResourceInUseException", f"A remediation action is associated with {rule_name}")
        method(self, rule_name)

    return delete_config_rule


def repair() -> None:
    for identifier in NEWER_IDENTIFIERS:
        models.MANAGED_RULES_CONSTRAINTS.setdefault(identifier, {"Parameters": [], "Trigger type": "Periodic"})
    owners = models.Source.OWNERS
    models.Source = source_of(models.Source)
    models.Source.OWNERS = owners | {"CUSTOM_POLICY"}
    backend = models.ConfigBackend
    backend.put_delivery_channel = refusing_missing_bucket(backend.put_delivery_channel)
    backend.put_configuration_recorder = keeping_mode(backend.put_configuration_recorder)
    backend.describe_config_rules = refusing_unknown_rules(backend.describe_config_rules)
    backend.delete_config_rule = refusing_remediated_rules(backend.delete_config_rule)
    ConfigResponse.put_remediation_configurations = put_remediation_configurations
    ConfigResponse.describe_remediation_configurations = describe_remediation_configurations
    ConfigResponse.delete_remediation_configuration = delete_remediation_configuration
    ConfigResponse.get_custom_rule_policy = get_custom_rule_policy
    ConfigResponse.describe_delivery_channel_status = describe_delivery_channel_status
    backend.describe_configuration_recorder_status = with_last_status(backend.describe_configuration_recorder_status)
