"""IAM: AWS Config's service-linked role, by its own name and with its policy, once."""

from typing import Callable

from moto.iam.exceptions import InvalidInput
from moto.iam.models import SERVICE_NAME_CONVERSION, IAMBackend, Role

# https://docs.aws.amazon.com/config/latest/developerguide/using-service-linked-roles-config.html
CONFIG = "config.amazonaws.com"
CONFIG_POLICY = "aws-service-role/AWSConfigServiceRolePolicy"


def once(method: Callable[..., Role]) -> Callable[..., Role]:
    """https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceLinkedRole.html"""

    def create_service_linked_role(self: IAMBackend, service_name: str, description: str, suffix: str) -> Role:
        path = f"/aws-service-role/{service_name}/"
        for role in self.roles.values():
            if role.path == path and not suffix:
                raise InvalidInput(
                    f"Service role name {role.name} has been taken in this account, please try a different suffix."
                )
        role = method(self, service_name, description, suffix)
        if service_name == CONFIG:
            self.attach_role_policy(f"arn:{self.partition}:iam::aws:policy/{CONFIG_POLICY}", role.name)
        return role

    return create_service_linked_role


def with_policies_detached(method: Callable[..., str]) -> Callable[..., str]:
    """The policies of a service-linked role go with it; those of any other role have to be detached first.

    https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteServiceLinkedRole.html
    """

    def delete_service_linked_role(self: IAMBackend, role_name: str) -> str:
        for arn in list(self.get_role(role_name).managed_policies):
            self.detach_role_policy(arn, role_name)
        return method(self, role_name)

    return delete_service_linked_role


def repair() -> None:
    SERVICE_NAME_CONVERSION["config"] = "Config"
    IAMBackend.create_service_linked_role = once(IAMBackend.create_service_linked_role)
    IAMBackend.delete_service_linked_role = with_policies_detached(IAMBackend.delete_service_linked_role)
