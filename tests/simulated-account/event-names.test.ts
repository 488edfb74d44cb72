/** The calls that runbooks ask about, held against AWS's own models of its services, which the Python that simulates accounts has. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

import { RUNBOOK_IDS, runbookOf } from "../../runbooks/catalogue";
import { DEFAULTS } from "../../runbooks/parameters";
import type { Condition } from "../../runbooks/queries/condition";
import { requireSimulatedAccount } from "../support/account-tools";
import { findPython } from "../support/simulated-account/python";

/** Events that are no operation of a service's model, and why they are events all the same. */
const NO_OPERATION: Readonly<Record<string, string>> = {
  "s3 PutBucketPublicAccessBlock": "CloudTrail's name of PutPublicAccessBlock of a bucket",
  "s3 DeleteBucketPublicAccessBlock": "CloudTrail's name of DeletePublicAccessBlock of a bucket",
  "s3 PutAccountPublicAccessBlock": "CloudTrail's name of PutPublicAccessBlock of an account",
  "s3 DeleteAccountPublicAccessBlock": "CloudTrail's name of DeletePublicAccessBlock of an account",
  "s3 PutBucketObjectLockConfiguration": "CloudTrail's name of PutObjectLockConfiguration",
  "bedrock PutFoundationModelEntitlement": "an action of IAM that the console asks for",
  "bedrock-mantle CreateInference": "a data event of the endpoint, which speaks another protocol",
  "bedrock-agentcore InvokeGateway": "a data event of a gateway, which speaks MCP",
};

/** Prints the operations of every service by each name that the service has. */
const PRINT_OPERATIONS = `
import json
import botocore.session
session = botocore.session.get_session()
operations = {}
for name in session.get_available_services():
    model = session.get_service_model(name)
    for known in {name, model.endpoint_prefix, model.signing_name}:
        operations.setdefault(known, set()).update(model.operation_names)
print(json.dumps({name: sorted(of) for name, of in operations.items()}))
`;

/** Services whose calls CloudTrail names by another service, or by one of several models. */
const MODELS: Readonly<Record<string, readonly string[]>> = {
  bedrock: ["bedrock", "bedrock-runtime", "bedrock-agent", "bedrock-agent-runtime"],
  "bedrock-agentcore": ["bedrock-agentcore", "bedrock-agentcore-control"],
  sagemaker: ["sagemaker", "sagemaker-runtime"],
};

/** The names of calls that a condition asks for, each with its service. */
function callsIn(condition: Condition): readonly string[] {
  if (condition.kind === "any") {
    return condition.of.flatMap(callsIn);
  }
  if (condition.kind !== "all") {
    return [];
  }
  const of = (field: string): readonly string[] =>
    condition.of.flatMap((part) => (part.kind === "is" && part.field === field ? part.values : []));
  const names = of("eventName");
  return [
    ...of("eventSource").flatMap((source) => names.map((name) => `${source.replace(".amazonaws.com", "")} ${name}`)),
    ...condition.of.flatMap(callsIn),
  ];
}

describe("The calls that runbooks ask about", function () {
  this.timeout(60_000);

  it("are operations of AWS's models of the services, but for those that CloudTrail names otherwise", function () {
    requireSimulatedAccount(this);
    const { stdout, stderr } = spawnSync(findPython() ?? "", ["-c", PRINT_OPERATIONS], {
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    assert.notEqual(stdout, "", stderr);
    const operations = JSON.parse(stdout) as Readonly<Record<string, readonly string[]>>; // printed above
    const asked = RUNBOOK_IDS.flatMap((id) => {
      const query = runbookOf(id).query(DEFAULTS);
      return query.kind === "text" ? [] : callsIn(query.where);
    });
    assert.ok(new Set(asked).size > 200, "the calls were found");
    const strange = [...new Set(asked)].filter((call) => {
      const [service = "", name = ""] = call.split(" ");
      const known = (MODELS[service] ?? [service]).flatMap((model) => operations[model] ?? []);
      // Some services append the version of their API, such as CloudFront and Lambda.
      return !known.includes(name) && !known.includes(name.replace(/20\d{6}(v\d)?$/, ""));
    });
    assert.deepEqual(strange.sort(), Object.keys(NO_OPERATION).sort());
  });
});
