import { cloudwatchAccountDashboardsExist } from "../../../../policies/rules/cloudwatch/cloudwatch-account-dashboards-exist";
import type { ResourceState, WireMap, WireValue } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { declinedCase, unknownDeclined } from "../account-modes";

const named = (id: string) => ({ type: "aws:cloudwatch/dashboard:Dashboard", name: `baseline-dashboards-${id}` });
const GUARDRAILS = named("guardrails");
const body = (dashboardBody: WireValue) => (stack: readonly ResourceState[]) =>
  changeAll(stack, GUARDRAILS, { set: { dashboardBody } satisfies WireMap });
const showing = (region: string, name: string) =>
  JSON.stringify({
    widgets: [{ type: "metric", properties: { region, metrics: [["AWS/Bedrock/Guardrails", name]] } }],
  });
const unseen = (index: number, region: string) => ({
  name: "baseline",
  property: `governedRegions.${index}`,
  message: `is "${region}", of which no dashboard shows AWS/Bedrock/Guardrails InvocationsIntervened; declare GovernanceDashboards with it`,
});
const BOTH = [unseen(0, "eu-central-1"), unseen(1, "us-east-1")] as const;
const WANTED = {
  type: "aws:cloudwatch/dashboard:Dashboard",
  capability: "dashboards",
  words: "dashboards",
  property: "governedRegions.0",
  id: "models",
};
const missing = (stack: readonly ResourceState[]) => without(stack, GUARDRAILS);
/** A finding is of a region; one is enough to tell. */
const inOneRegion =
  (change: (stack: readonly ResourceState[]) => readonly ResourceState[]) => (stack: readonly ResourceState[]) =>
    changeAll(
      change(stack),
      { type: "ai-governance-baseline:index:AccountBaseline" },
      { set: { governedRegions: ["eu-central-1"] } },
    );
const declinedHere = declinedCase(WANTED, missing);

describeStackRule(cloudwatchAccountDashboardsExist, {
  fails: [
    { title: "no dashboard of guardrails", change: missing, findings: BOTH },
    { title: "a dashboard that cannot be read", change: body("{"), findings: BOTH },
    {
      title: "a dashboard of another metric",
      change: body(showing("eu-central-1", "Invocations")),
      findings: BOTH,
    },
    {
      title: "a dashboard that leaves a region out",
      change: body(showing("eu-central-1", "InvocationsIntervened")),
      findings: [unseen(1, "us-east-1")],
    },
  ],
  passes: [],
  unknown: [
    ...unknownDeclined(WANTED, inOneRegion(missing)),
    { title: "a body", change: inOneRegion(body(UNKNOWN_VALUE)), property: "governedRegions.0" },
  ],
  exempt: [
    {
      ...declinedHere,
      findings: [...declinedHere.findings, { ...declinedHere.findings[0], property: "governedRegions.1" }],
    },
  ],
});
