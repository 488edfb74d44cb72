"""IAM: the service-linked role of AWS Config has the name that AWS gives it."""

from moto.iam.models import SERVICE_NAME_CONVERSION


def repair() -> None:
    # https://docs.aws.amazon.com/config/latest/developerguide/using-service-linked-roles.html
    SERVICE_NAME_CONVERSION["config"] = "Config"
