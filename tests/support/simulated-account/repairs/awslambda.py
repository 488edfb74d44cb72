"""Lambda: a function keeps the log group and the format of its log."""

from typing import Any, Callable

from moto.awslambda.models import LambdaFunction


def kept(method: Callable[..., None]) -> Callable[..., None]:
    """https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html"""

    def initialize(self: LambdaFunction, account_id: str, spec: dict[str, Any], *args: Any, **kwargs: Any) -> None:
        method(self, account_id, spec, *args, **kwargs)
        default = {"LogFormat": "Text", "LogGroup": f"/aws/lambda/{self.function_name}"}
        self.logging_config = default | (spec.get("LoggingConfig") or {})

    return initialize


def told(method: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html"""

    def get_configuration(self: LambdaFunction, on_create: bool = False) -> dict[str, Any]:
        return method(self, on_create) | {"LoggingConfig": self.logging_config}

    return get_configuration


def changed(method: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html"""

    def update_configuration(self: LambdaFunction, config_updates: dict[str, Any]) -> dict[str, Any]:
        self.logging_config = self.logging_config | (config_updates.get("LoggingConfig") or {})
        return method(self, config_updates)

    return update_configuration


def repair() -> None:
    LambdaFunction.__init__ = kept(LambdaFunction.__init__)
    LambdaFunction.get_configuration = told(LambdaFunction.get_configuration)
    LambdaFunction.update_configuration = changed(LambdaFunction.update_configuration)
