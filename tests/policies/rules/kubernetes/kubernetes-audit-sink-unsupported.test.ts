/** Every AuditSink fails, so the harness, which starts from a good resource, does not fit this rule. */
import assert from "node:assert/strict";
import { kubernetesAuditSinkUnsupported } from "../../../../policies/rules/kubernetes/kubernetes-audit-sink-unsupported";
import { SUITES, asStackResource } from "../../rule-harness";
import { declared } from "../stack-resources";

const {
  id,
  types: [type],
} = kubernetesAuditSinkUnsupported;
const SINK = declared(type, "sink", { apiVersion: "auditregistration.k8s.io/v1alpha1", kind: "AuditSink" });
const FINDING = {
  property: "apiVersion",
  message: 'is "auditregistration.k8s.io/v1alpha1", which Kubernetes 1.19 removed; remove the AuditSink',
};

// The real pack is asked about another type and about an exemption as well.
SUITES.set(id, {
  rule: kubernetesAuditSinkUnsupported,
  resources: () => Promise.resolve([SINK]),
  settings: {},
  findings: [FINDING],
});

describe(`rule ${id}`, () => {
  for (const sink of [SINK, declared(type, "empty", {})]) {
    it(`fails an AuditSink, whatever is in it: ${JSON.stringify(sink.inputs)}`, () =>
      assert.deepEqual(kubernetesAuditSinkUnsupported.check(asStackResource(sink)), { status: "fail", ...FINDING }));
  }
});
