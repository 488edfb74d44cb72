"""IAM Access Analyzer, which moto does not have: analyzers without findings.

https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_Operations.html
"""

import json
import re
import sys
from datetime import datetime, timezone
from types import ModuleType
from typing import Any
from urllib.parse import unquote

from moto import backend_index
from moto.core.base_backend import BackendDict, BaseBackend
from moto.core.exceptions import JsonRESTError
from moto.core.responses import BaseResponse
from moto.utilities.utils import get_partition

MODULE = "moto.accessanalyzer"


class NotFound(JsonRESTError):
    code = 404

    def __init__(self, name: str):
        super().__init__("ResourceNotFoundException", f"Analyzer {name} was not found")


class TooMany(JsonRESTError):
    code = 402

    def __init__(self, kind: str):
        super().__init__("ServiceQuotaExceededException", f"There is an analyzer of type {kind} already")


class AccessAnalyzerBackend(BaseBackend):
    # moto finds the paths of a service beside the module of its backend.
    __module__ = f"{MODULE}.models"

    def __init__(self, region_name: str, account_id: str):
        super().__init__(region_name, account_id)
        self.analyzers: dict[str, dict[str, Any]] = {}

    def create(self, name: str, kind: str, configuration: Any, tags: dict[str, str]) -> dict[str, Any]:
        # https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-quotas.html
        if kind == "ACCOUNT" and any(one["type"] == kind for one in self.analyzers.values()):
            raise TooMany(kind)
        partition = get_partition(self.region_name)
        arn = f"arn:{partition}:access-analyzer:{self.region_name}:{self.account_id}:analyzer/{name}"
        self.analyzers[name] = {
            "arn": arn,
            "name": name,
            "type": kind,
            "createdAt": datetime.now(timezone.utc).isoformat(),
            "status": "ACTIVE",
            "tags": tags,
            **({"configuration": configuration} if configuration else {}),
        }
        return self.analyzers[name]

    def get(self, name: str) -> dict[str, Any]:
        if name not in self.analyzers:
            raise NotFound(name)
        return self.analyzers[name]

    def of_arn(self, arn: str) -> dict[str, Any]:
        return self.get(arn.split("/")[-1])


backends = BackendDict(AccessAnalyzerBackend, "accessanalyzer")


class AccessAnalyzerResponse(BaseResponse):
    def __init__(self) -> None:
        super().__init__(service_name="accessanalyzer")

    @property
    def backend(self) -> AccessAnalyzerBackend:
        return backends[self.current_account][self.region]

    def _last(self) -> str:
        return unquote(self.path.split("/")[-1])

    def create_analyzer(self) -> str:
        analyzer = self.backend.create(
            self._get_param("analyzerName"),
            self._get_param("type"),
            self._get_param("configuration"),
            self._get_param("tags") or {},
        )
        return json.dumps({"arn": analyzer["arn"]})

    def get_analyzer(self) -> str:
        return json.dumps({"analyzer": self.backend.get(self._last())})

    def list_analyzers(self) -> str:
        return json.dumps({"analyzers": list(self.backend.analyzers.values())})

    def delete_analyzer(self) -> str:
        self.backend.get(self._last())
        del self.backend.analyzers[self._last()]
        return "{}"

    def list_findings(self) -> str:
        return json.dumps({"findings": []})

    def list_tags_for_resource(self) -> str:
        return json.dumps({"tags": self.backend.of_arn(unquote(self.path.split("/tags/")[-1]))["tags"]})

    def tag_resource(self) -> str:
        self.backend.of_arn(unquote(self.path.split("/tags/")[-1]))["tags"].update(self._get_param("tags"))
        return "{}"


def repair() -> None:
    base = r"https?://access-analyzer\.(.+)\.amazonaws\.com"
    paths = ("/analyzer$", "/analyzer/(?P<name>[^/]+)$", "/finding$", "/tags/(?P<arn>.+)$")
    urls = ModuleType(f"{MODULE}.urls")
    urls.url_bases = [base]  # type: ignore[attr-defined]
    urls.url_paths = {"{0}" + path: AccessAnalyzerResponse.dispatch for path in paths}  # type: ignore[attr-defined]
    package = ModuleType(MODULE)
    package.__path__ = []  # type: ignore[attr-defined]
    package.accessanalyzer_backends = backends  # type: ignore[attr-defined]
    for module in (package, urls):
        sys.modules[module.__name__] = module
    backend_index.backend_url_patterns.append(("accessanalyzer", re.compile(base)))
