/** The messages of a pack, made by hand: a pack that is made with the SDK cannot say everything that the protocol can. */
import * as protocol from "@pulumi/pulumi/proto/analyzer_pb";
import type { ResourceState } from "../../pulumi/stack-state";

const { POLICY_TYPE_RESOURCE, POLICY_TYPE_STACK } = protocol.PolicyType;

export interface SaidPolicy {
  readonly name: string;
  readonly scope?: "resource" | "stack" | "unsaid";
  readonly level?: protocol.EnforcementLevel;
  readonly tags?: readonly string[];
}

export function announcement(...policies: readonly SaidPolicy[]): protocol.AnalyzerInfo {
  const info = new protocol.AnalyzerInfo();
  info.setName("pack");
  info.setPoliciesList(
    policies.map(({ name, scope = "resource", level = protocol.EnforcementLevel.MANDATORY, tags = [] }) => {
      const policy = new protocol.PolicyInfo();
      policy.setName(name);
      policy.setEnforcementlevel(level);
      policy.setTagsList([...tags]);
      if (scope !== "unsaid") {
        policy.setPolicyType(scope === "stack" ? POLICY_TYPE_STACK : POLICY_TYPE_RESOURCE);
      }
      return policy;
    }),
  );
  return info;
}

export interface SaidDiagnostic {
  readonly policy: string;
  readonly urn?: string;
  readonly message?: string;
  readonly level?: protocol.EnforcementLevel;
}

export function answer(
  diagnostics: readonly SaidDiagnostic[] = [],
  notApplicable: readonly string[] = [],
): protocol.AnalyzeResponse {
  const response = new protocol.AnalyzeResponse();
  response.setDiagnosticsList(
    diagnostics.map(({ policy, urn = "", message = "", level = protocol.EnforcementLevel.MANDATORY }) => {
      const diagnostic = new protocol.AnalyzeDiagnostic();
      diagnostic.setPolicyname(policy);
      diagnostic.setUrn(urn);
      diagnostic.setMessage(message);
      diagnostic.setEnforcementlevel(level);
      return diagnostic;
    }),
  );
  response.setNotApplicableList(
    notApplicable.map((name) => {
      const entry = new protocol.PolicyNotApplicable();
      entry.setPolicyName(name);
      return entry;
    }),
  );
  return response;
}

const STACK_URN = "urn:pulumi:dev::app::pulumi:pulumi:Stack::app-dev";
const BUCKET_URN = "urn:pulumi:dev::app::aws:s3/bucket:Bucket::data";

export const STACK: ResourceState = {
  urn: STACK_URN,
  type: "pulumi:pulumi:Stack",
  custom: false,
  inputs: {},
  outputs: {},
};

export const BUCKET: ResourceState = {
  urn: BUCKET_URN,
  type: "aws:s3/bucket:Bucket",
  custom: true,
  inputs: {},
  outputs: {},
  parent: STACK_URN,
};
