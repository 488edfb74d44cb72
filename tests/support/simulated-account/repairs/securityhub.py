"""Security Hub: it is enabled once, its configuration is kept, and it has the standards that are enabled."""

import json
from typing import Any, Callable

from moto.securityhub import urls
from moto.securityhub.exceptions import SecurityHubClientError
from moto.securityhub.models import SecurityHubBackend
from moto.securityhub.responses import SecurityHubResponse

Hub = dict[str, Any]


class AlreadyEnabled(SecurityHubClientError):
    """https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_EnableSecurityHub.html"""

    code = 409

    def __init__(self) -> None:
        super().__init__("ResourceConflictException", "Account is already subscribed to Security Hub")


class NotSubscribed(SecurityHubClientError):
    """https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_DescribeHub.html"""

    code = 401

    def __init__(self, account: str) -> None:
        super().__init__("InvalidAccessException", f"Account {account} is not subscribed to AWS Security Hub")


def standards_of(backend: SecurityHubBackend) -> dict[str, dict[str, str]]:
    if not hasattr(backend, "standards"):
        backend.standards = {}  # type: ignore[attr-defined]
    return backend.standards  # type: ignore[attr-defined, no-any-return]


def require(backend: SecurityHubBackend) -> None:
    if not backend.enabled:
        raise NotSubscribed(backend.account_id)


def enabling_once(method: Callable[..., Hub]) -> Callable[..., Hub]:
    def enable_security_hub(self: SecurityHubBackend, *arguments: Any, **named: Any) -> Hub:
        if self.enabled:
            raise AlreadyEnabled()
        self.controls = {"AutoEnableControls": True, "ControlFindingGenerator": "SECURITY_CONTROL"}  # type: ignore[attr-defined]
        return method(self, *arguments, **named)

    return enable_security_hub


def disabling_all(method: Callable[..., Hub]) -> Callable[..., Hub]:
    """https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_DisableSecurityHub.html"""

    def disable_security_hub(self: SecurityHubBackend) -> Hub:
        require(self)
        standards_of(self).clear()
        return method(self)

    return disable_security_hub


def describing_configuration(method: Callable[..., Hub]) -> Callable[..., Hub]:
    def describe_hub(self: SecurityHubBackend, hub_arn: str | None = None) -> Hub:
        require(self)
        return {**method(self, hub_arn), **self.controls}  # type: ignore[attr-defined]

    return describe_hub


def update_security_hub_configuration(self: SecurityHubResponse) -> str:
    """https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_UpdateSecurityHubConfiguration.html"""
    require(self.securityhub_backend)
    given = json.loads(self.body) if self.body else {}
    self.securityhub_backend.controls.update(given)  # type: ignore[attr-defined]
    return "{}"


def batch_enable_standards(self: SecurityHubResponse) -> str:
    """https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchEnableStandards.html"""
    backend = self.securityhub_backend
    require(backend)
    enabled = []
    for request in json.loads(self.body)["StandardsSubscriptionRequests"]:
        standard = request["StandardsArn"]
        name = standard.split("/", 1)[1]
        arn = f"arn:{backend.partition}:securityhub:{self.region}:{self.current_account}:subscription/{name}"
        standards_of(backend)[arn] = {
            "StandardsArn": standard,
            "StandardsSubscriptionArn": arn,
            "StandardsInput": {},
            "StandardsStatus": "READY",
        }
        enabled.append(standards_of(backend)[arn])
    return json.dumps({"StandardsSubscriptions": enabled})


def batch_disable_standards(self: SecurityHubResponse) -> str:
    """https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchDisableStandards.html"""
    require(self.securityhub_backend)
    standards = standards_of(self.securityhub_backend)
    gone = [standards.pop(arn) for arn in json.loads(self.body)["StandardsSubscriptionArns"] if arn in standards]
    return json.dumps({"StandardsSubscriptions": [{**one, "StandardsStatus": "DELETING"} for one in gone]})


def get_enabled_standards(self: SecurityHubResponse) -> str:
    """https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_GetEnabledStandards.html"""
    require(self.securityhub_backend)
    asked = (json.loads(self.body) if self.body else {}).get("StandardsSubscriptionArns")
    standards = standards_of(self.securityhub_backend).values()
    return json.dumps(
        {"StandardsSubscriptions": [one for one in standards if not asked or one["StandardsSubscriptionArn"] in asked]}
    )


def list_enabled_products_for_import(self: SecurityHubResponse) -> str:
    """https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_ListEnabledProductsForImport.html"""
    require(self.securityhub_backend)
    return json.dumps({"ProductSubscriptions": []})


OPERATIONS = (
    update_security_hub_configuration,
    batch_enable_standards,
    batch_disable_standards,
    get_enabled_standards,
    list_enabled_products_for_import,
)


def repair() -> None:
    SecurityHubBackend.enable_security_hub = enabling_once(SecurityHubBackend.enable_security_hub)
    SecurityHubBackend.disable_security_hub = disabling_all(SecurityHubBackend.disable_security_hub)
    SecurityHubBackend.describe_hub = describing_configuration(SecurityHubBackend.describe_hub)
    for operation in OPERATIONS:
        setattr(SecurityHubResponse, operation.__name__, operation)
    for path in ("standards/register", "standards/deregister", "standards/get", "productSubscriptions"):
        urls.url_paths[f"{{0}}/{path}$"] = SecurityHubResponse.dispatch
