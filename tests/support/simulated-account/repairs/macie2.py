"""Macie: a region has none until it is enabled, once; it has jobs, which are cancelled and never deleted, and keeps their results."""

import json
from datetime import UTC, datetime
from typing import Any, Callable

from moto.macie2 import urls
from moto.macie2.exceptions import AccessDeniedException, MacieException, ResourceNotFoundException
from moto.macie2.models import MacieBackend
from moto.macie2.responses import MacieResponse
from moto.moto_api._internal import mock_random

Job = dict[str, Any]


class ConflictException(MacieException):
    code = 409

    def __init__(self) -> None:
        super().__init__("ConflictException", "Macie has already been enabled")

    def get_headers(self, *_: Any, **__: Any) -> list[tuple[str, str]]:
        return [("x-amzn-ErrorType", "ConflictException")]


def beginning_without(method: Callable[..., None]) -> Callable[..., None]:
    def initialize(self: MacieBackend, *arguments: Any, **named: Any) -> None:
        method(self, *arguments, **named)
        self.macie_session = None
        self.jobs: dict[str, Job] = {}  # type: ignore[attr-defined]
        self.export: dict[str, Any] = {}  # type: ignore[attr-defined]

    return initialize


def enabling_once(method: Callable[..., None]) -> Callable[..., None]:
    """https://docs.aws.amazon.com/macie/latest/APIReference/macie.html"""

    def enable_macie(self: MacieBackend, *arguments: Any, **named: Any) -> None:
        if self.macie_session:
            raise ConflictException()
        method(self, *arguments, **named)

    return enable_macie


def disabling_all(method: Callable[..., None]) -> Callable[..., None]:
    def disable_macie(self: MacieBackend) -> None:
        require(self)
        method(self)
        self.jobs.clear()  # type: ignore[attr-defined]
        self.export.clear()  # type: ignore[attr-defined]

    return disable_macie


def denying_without(method: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    def get_macie_session(self: MacieBackend) -> dict[str, Any]:
        require(self)
        session = method(self)
        # Macie writes times by RFC 3339, whose offset moto leaves out.
        return session | {name: f"{session[name]}Z" for name in ("createdAt", "updatedAt")}

    return get_macie_session


def require(backend: MacieBackend) -> None:
    """Macie denies access where it is not enabled, as it does where nobody allowed it."""
    if not backend.macie_session:
        raise AccessDeniedException("Macie is not enabled")


def given(response: MacieResponse) -> dict[str, Any]:
    require(response.macie_backend)
    return json.loads(response.body) if response.body else {}


def update_macie_session(self: MacieResponse) -> str:
    """https://docs.aws.amazon.com/macie/latest/APIReference/macie.html"""
    changes = given(self)
    assert self.macie_backend.macie_session is not None
    self.macie_backend.macie_session.update(changes)
    return "{}"


def create_classification_job(self: MacieResponse) -> str:
    """https://docs.aws.amazon.com/macie/latest/APIReference/jobs.html"""
    job = given(self)
    job_id = mock_random.get_random_hex(32)
    arn = f"arn:aws:macie2:{self.region}:{self.current_account}:classification-job/{job_id}"
    job.pop("clientToken", None)
    self.macie_backend.jobs[job_id] = {  # type: ignore[attr-defined]
        "initialRun": False,
        "samplingPercentage": 100,
        **job,
        "jobId": job_id,
        "jobArn": arn,
        "jobStatus": "RUNNING",
        "createdAt": datetime.now(UTC).isoformat(),
    }
    return json.dumps({"jobId": job_id, "jobArn": arn})


def job_of(response: MacieResponse) -> Job:
    require(response.macie_backend)
    job = response.macie_backend.jobs.get(response.path.split("/")[-1])  # type: ignore[attr-defined]
    if job is None:
        raise ResourceNotFoundException("The request failed because the specified resource doesn't exist.")
    return job  # type: ignore[no-any-return]


def describe_classification_job(self: MacieResponse) -> str:
    """https://docs.aws.amazon.com/macie/latest/APIReference/jobs-jobid.html"""
    return json.dumps(job_of(self))


def update_classification_job(self: MacieResponse) -> str:
    """Only the status of a job can be changed: https://docs.aws.amazon.com/macie/latest/APIReference/jobs-jobid.html"""
    job_of(self)["jobStatus"] = given(self)["jobStatus"]
    return "{}"


def list_classification_jobs(self: MacieResponse) -> str:
    """Filtered by equality alone: https://docs.aws.amazon.com/macie/latest/APIReference/jobs-list.html"""
    criteria = given(self).get("filterCriteria") or {}

    def matches(job: Job, term: dict[str, Any]) -> bool:
        return job[term["key"]] in term["values"]

    found = [
        job
        for job in self.macie_backend.jobs.values()  # type: ignore[attr-defined]
        if all(matches(job, term) for term in criteria.get("includes") or [])
        and not any(matches(job, term) for term in criteria.get("excludes") or [])
    ]
    found.sort(key=lambda job: str(job["createdAt"]), reverse=True)
    shown = ("jobId", "name", "jobType", "jobStatus", "createdAt")
    return json.dumps({"items": [{key: job[key] for key in shown} for job in found]})


def get_classification_export_configuration(self: MacieResponse) -> str:
    """https://docs.aws.amazon.com/macie/latest/APIReference/classification-export-configuration.html"""
    require(self.macie_backend)
    return json.dumps({"configuration": self.macie_backend.export})  # type: ignore[attr-defined]


def put_classification_export_configuration(self: MacieResponse) -> str:
    """https://docs.aws.amazon.com/macie/latest/APIReference/classification-export-configuration.html"""
    configuration = given(self)["configuration"]
    self.macie_backend.export.clear()  # type: ignore[attr-defined]
    self.macie_backend.export.update(configuration)  # type: ignore[attr-defined]
    return json.dumps({"configuration": configuration})


OPERATIONS = (
    update_macie_session,
    create_classification_job,
    describe_classification_job,
    update_classification_job,
    list_classification_jobs,
    get_classification_export_configuration,
    put_classification_export_configuration,
)


def repair() -> None:
    MacieBackend.__init__ = beginning_without(MacieBackend.__init__)  # type: ignore[method-assign]
    MacieBackend.enable_macie = enabling_once(MacieBackend.enable_macie)  # type: ignore[method-assign]
    MacieBackend.disable_macie = disabling_all(MacieBackend.disable_macie)  # type: ignore[method-assign]
    MacieBackend.get_macie_session = denying_without(MacieBackend.get_macie_session)  # type: ignore[method-assign]
    for operation in OPERATIONS:
        setattr(MacieResponse, operation.__name__, operation)
    for path in ("jobs", "jobs/list", "jobs/(?P<id>[^/]+)", "classification-export-configuration"):
        urls.url_paths[f"{{0}}/{path}$"] = MacieResponse.dispatch
