/** The requests to AWS Artifact, held against AWS's own model of the service, which the Python that simulates accounts has. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { ARTIFACT_ENDPOINT, ARTIFACT_OPERATIONS } from "../../facts/artifact-api";
import { requireSimulatedAccount } from "../support/account-tools";
import { findPython } from "../support/simulated-account/python";

const PRINT_MODEL = `
import json, sys
import botocore.session
client = botocore.session.get_session().create_client(
    "artifact", region_name="eu-central-1", aws_access_key_id="test", aws_secret_access_key="test")
model = client.meta.service_model
operations = {}
for name in json.loads(sys.argv[1]):
    operation = model.operation_model(name)
    members = operation.input_shape.members
    operations[name] = {
        "method": operation.http["method"],
        "path": operation.http["requestUri"],
        "query": sorted(shape.serialization["name"] for shape in members.values() if shape.serialization.get("location") == "querystring"),
        "members": len(members),
    }
endpoint = client._ruleset_resolver.construct_endpoint(
    operation_model=model.operation_model("ListReports"), call_args={}, request_context={})
print(json.dumps({"endpoint": endpoint.url, "signs": model.signing_name, "operations": operations}))
`;

interface Model {
  readonly endpoint: string;
  readonly signs: string;
  readonly operations: Readonly<Record<string, unknown>>;
}

describe("the requests to AWS Artifact", function () {
  this.timeout(60_000);

  it("are those of AWS's model of the service", function () {
    requireSimulatedAccount(this);
    const names = JSON.stringify(Object.keys(ARTIFACT_OPERATIONS));
    const { stdout, stderr } = spawnSync(findPython() ?? "", ["-c", PRINT_MODEL, names], { encoding: "utf8" });
    assert.notEqual(stdout, "", stderr);
    const { endpoint, signs, operations } = JSON.parse(stdout) as Model; // printed above
    assert.equal(endpoint, ARTIFACT_ENDPOINT);
    assert.equal(signs, "artifact");
    assert.deepEqual(
      operations,
      Object.fromEntries(
        Object.entries(ARTIFACT_OPERATIONS).map(([name, { path, parameters }]) => [
          name,
          { method: "GET", path, query: [...parameters].sort(), members: parameters.length },
        ]),
      ),
    );
  });
});
