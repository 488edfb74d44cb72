"""CloudWatch Logs: data protection policies of log groups and of the account, deletion protection, and what a log group says of itself."""

import json
from typing import Any, Callable

from moto.logs.exceptions import InvalidParameterException, LimitExceededException, ResourceNotFoundException, ValidationException
from moto.logs.models import LogGroup, LogsBackend
from moto.logs.responses import LogsResponse

# https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDataProtectionPolicy.html
LONGEST_DATA_PROTECTION_POLICY = 30_720


def log_group(backend: LogsBackend, identifier: str) -> LogGroup:
    """These calls take a name or an ARN."""
    name = identifier.split(":log-group:")[-1].removesuffix(":*")
    if name not in backend.groups:
        raise ResourceNotFoundException()
    return backend.groups[name]


def refuse_bad_policy(text: str) -> None:
    """A policy audits and masks the same identifiers.

    https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDataProtectionPolicy.html
    """
    if len(text) > LONGEST_DATA_PROTECTION_POLICY:
        raise InvalidParameterException(f"The policy has more than {LONGEST_DATA_PROTECTION_POLICY} characters.")
    try:
        statements = json.loads(text)["Statement"]
        operations = {
            operation: (sorted(statement["DataIdentifier"]), settings)
            for statement in statements
            for operation, settings in statement["Operation"].items()
        }
        audited, audit = operations["Audit"]
        masked, mask = operations["Deidentify"]
    except (KeyError, TypeError, ValueError, AttributeError):
        raise InvalidParameterException("The policy needs a statement that audits and one that masks.") from None
    if audited != masked or not audited:
        raise InvalidParameterException("Both statements must name the same data identifiers.")
    if "FindingsDestination" not in audit or mask.get("MaskConfig") != {}:
        raise InvalidParameterException("Audit needs a FindingsDestination, Deidentify an empty MaskConfig.")


def put_data_protection_policy(self: LogsResponse) -> str:
    identifier, text = self._get_param("logGroupIdentifier"), self._get_param("policyDocument")
    group = log_group(self.logs_backend, identifier)
    refuse_bad_policy(text)
    group.data_protection_policy, group.data_protection_status = text, "ACTIVATED"
    return json.dumps({"logGroupIdentifier": identifier, "policyDocument": text})


def get_data_protection_policy(self: LogsResponse) -> str:
    """https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetDataProtectionPolicy.html"""
    identifier = self._get_param("logGroupIdentifier")
    text = getattr(log_group(self.logs_backend, identifier), "data_protection_policy", None)
    return json.dumps({"logGroupIdentifier": identifier, **({} if text is None else {"policyDocument": text})})


def delete_data_protection_policy(self: LogsResponse) -> str:
    """https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteDataProtectionPolicy.html"""
    group = log_group(self.logs_backend, self._get_param("logGroupIdentifier"))
    group.data_protection_policy, group.data_protection_status = None, "DELETED"
    return ""


def account_policies(backend: LogsBackend) -> dict[tuple[str, str], dict[str, Any]]:
    if not hasattr(backend, "account_policies"):
        backend.account_policies = {}
    return backend.account_policies


def put_account_policy(self: LogsResponse) -> str:
    """A region has room for one data protection policy.

    https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutAccountPolicy.html
    """
    name, kind, text = (self._get_param(key) for key in ("policyName", "policyType", "policyDocument"))
    policies = account_policies(self.logs_backend)
    if kind == "DATA_PROTECTION_POLICY":
        refuse_bad_policy(text)
        if any(other != name for of_kind, other in policies if of_kind == kind):
            raise LimitExceededException()
    policy = {
        "policyName": name,
        "policyType": kind,
        "policyDocument": text,
        "scope": self._get_param("scope") or "ALL",
        "accountId": self.current_account,
    }
    policies[(kind, name)] = policy
    return json.dumps({"accountPolicy": policy})


def describe_account_policies(self: LogsResponse) -> str:
    """https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeAccountPolicies.html"""
    name, kind = self._get_param("policyName"), self._get_param("policyType")
    found = [
        policy
        for policy in account_policies(self.logs_backend).values()
        if policy["policyType"] == kind and name in (None, policy["policyName"])
    ]
    if name is not None and not found:
        raise ResourceNotFoundException()
    return json.dumps({"accountPolicies": found})


def delete_account_policy(self: LogsResponse) -> str:
    """https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteAccountPolicy.html"""
    key = (self._get_param("policyType"), self._get_param("policyName"))
    if account_policies(self.logs_backend).pop(key, None) is None:
        raise ResourceNotFoundException()
    return ""


def put_log_group_deletion_protection(self: LogsResponse) -> str:
    """https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogGroupDeletionProtection.html"""
    group = log_group(self.logs_backend, self._get_param("logGroupIdentifier"))
    group.deletion_protection = bool(self._get_param("deletionProtectionEnabled"))
    return ""


def with_settings(method: Callable[..., str]) -> Callable[..., str]:
    """https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html"""

    def create_log_group(self: LogsResponse) -> str:
        answer = method(self)
        group = log_group(self.logs_backend, self._get_param("logGroupName"))
        group.deletion_protection = bool(self._get_param("deletionProtectionEnabled"))
        group.log_group_class = self._get_param("logGroupClass") or "STANDARD"
        return answer

    return create_log_group


def of_names(method: Callable[..., str]) -> Callable[..., str]:
    """Log groups by a part of their names, or by their names and ARNs.

    https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html
    """

    def describe_log_groups(self: LogsResponse) -> str:
        pattern, identifiers = self._get_param("logGroupNamePattern"), self._get_param("logGroupIdentifiers")
        if pattern and self._get_param("logGroupNamePrefix"):
            raise InvalidParameterException("logGroupNamePrefix and logGroupNamePattern are mutually exclusive.")
        if not pattern and not identifiers:
            return method(self)
        groups = [
            group.to_describe_dict()
            for group in sorted(self.logs_backend.groups.values(), key=lambda group: group.name)
            if (pattern and pattern in group.name) or {group.name, group.arn} & set(identifiers or [])
        ]
        return json.dumps({"logGroups": groups})

    return describe_log_groups


def associate_kms_key(self: LogsResponse) -> str:
    """https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_AssociateKmsKey.html"""
    log_group(self.logs_backend, self._get_param("logGroupName")).kms_key_id = self._get_param("kmsKeyId")
    return ""


def disassociate_kms_key(self: LogsResponse) -> str:
    """https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DisassociateKmsKey.html"""
    log_group(self.logs_backend, self._get_param("logGroupName")).kms_key_id = None
    return ""


def unless_protected(method: Callable[..., None]) -> Callable[..., None]:
    """https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protecting-log-groups-from-deletion.html"""

    def delete_log_group(self: LogsBackend, log_group_name: str) -> None:
        if getattr(self.groups.get(log_group_name), "deletion_protection", False):
            raise ValidationException(
                "Cannot delete log group with deletion protection enabled. Disable deletion protection first."
            )
        method(self, log_group_name)

    return delete_log_group


def with_state(method: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_LogGroup.html"""

    def to_describe_dict(self: LogGroup) -> dict[str, Any]:
        status = getattr(self, "data_protection_status", None)
        return {
            **method(self),
            "deletionProtectionEnabled": getattr(self, "deletion_protection", False),
            "logGroupClass": getattr(self, "log_group_class", "STANDARD"),
            **({} if status is None else {"dataProtectionStatus": status}),
        }

    return to_describe_dict


def repair() -> None:
    for action in (
        put_data_protection_policy,
        get_data_protection_policy,
        delete_data_protection_policy,
        put_account_policy,
        describe_account_policies,
        delete_account_policy,
        put_log_group_deletion_protection,
        associate_kms_key,
        disassociate_kms_key,
    ):
        setattr(LogsResponse, action.__name__, action)
    LogsResponse.create_log_group = with_settings(LogsResponse.create_log_group)
    LogsResponse.describe_log_groups = of_names(LogsResponse.describe_log_groups)
    LogsBackend.delete_log_group = unless_protected(LogsBackend.delete_log_group)
    LogGroup.to_describe_dict = with_state(LogGroup.to_describe_dict)
