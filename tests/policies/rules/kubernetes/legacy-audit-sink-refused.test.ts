/** No AuditSink is a good one, so the harness, which starts from a good resource, does not fit this rule. */
import assert from "node:assert/strict";
import type { Finding } from "../../../../gate/finding";
import { judge } from "../../../../gate/judge";
import { legacyAuditSinkRefused } from "../../../../policies/rules/kubernetes/legacy-audit-sink-refused";
import type { ResourceState } from "../../../../state/stack-state";
import { EXEMPTED_STACK, sharedPack } from "../../../support/shared-pack";
import { renamedStack } from "../../state-changes";
import { declared } from "../stack-resources";

const { id, type, fix } = legacyAuditSinkRefused;
const SINK = declared(type, "sink", { apiVersion: "auditregistration.k8s.io/v1alpha1", kind: "AuditSink" });

async function ask(resource: ResourceState): Promise<readonly Finding[]> {
  const manifest = { time: "", magic: "", version: "" };
  const policyConfig = { all: "disabled", [id]: "mandatory" } as const;
  const state = { version: 3, deployment: { manifest, resources: [resource] } } as const;
  const { findings } = await judge(await sharedPack(), state, { policyConfig, opaque: [] });
  return findings.filter(({ rule }) => rule === id);
}

describe(`rule ${id}`, () => {
  it("fails an AuditSink, whatever is in it", async () => {
    const [finding, ...others] = await ask(SINK);
    assert.deepEqual(
      { verdict: finding?.verdict, level: finding?.level, property: finding?.property, message: finding?.message },
      {
        verdict: "fail",
        level: "mandatory",
        property: "apiVersion",
        message:
          'is "auditregistration.k8s.io/v1alpha1", which Kubernetes 1.19 removed; there must be no such object. ' + fix,
      },
    );
    assert.deepEqual(others, []);
  });

  it("is not concerned with another type", async () => {
    assert.deepEqual(await ask(declared("kubernetes:core/v1:ConfigMap", "settings", {})), []);
  });

  it("honours an exemption, and says so", async () => {
    const findings = await ask(renamedStack(SINK, EXEMPTED_STACK));
    assert.deepEqual(
      findings.map(({ verdict }) => verdict),
      ["exempt"],
    );
  });
});
