/** Security Hub CSPM, which a region has once, and its standards. */
import type * as aws from "@pulumi/aws";
import { type Properties, type Subject, observer, textOf } from "../observer";
import type { Reader } from "../reader";

export const securityHubObserver = observer<aws.securityhub.AccountArgs>({
  type: "aws:securityhub/account:Account",
  check: "verify-securityhub-hub-as-declared",
  parts: [{ properties: ["autoEnableControls", "controlFindingGenerator"], read: readHub }],
  defaults: { autoEnableControls: true, controlFindingGenerator: null },
  notCompared: { enableDefaultStandards: "Security Hub reads it once, when it is enabled." },
});

async function readHub(reader: Reader, { region }: Subject): Promise<Properties | undefined> {
  const hub = await reader.read("securityhub:DescribeHub", region, {});
  return (
    hub && {
      autoEnableControls: hub.AutoEnableControls ?? null,
      controlFindingGenerator: hub.ControlFindingGenerator ?? null,
    }
  );
}

export const standardObserver = observer<aws.securityhub.StandardsSubscriptionArgs>({
  type: "aws:securityhub/standardsSubscription:StandardsSubscription",
  check: "verify-securityhub-standard-as-declared",
  parts: [{ properties: ["standardsArn"], read: readStandard }],
});

/** A standard of which some controls cannot be enabled is INCOMPLETE, and checks the others. */
const CHECKING = ["READY", "INCOMPLETE"];

async function readStandard(reader: Reader, { inputs, region }: Subject): Promise<Properties | undefined> {
  const standardsArn = textOf(inputs["standardsArn"]);
  const pages = await reader.readPages("securityhub:GetEnabledStandards", region, {}, ({ NextToken }) =>
    NextToken === undefined ? undefined : { NextToken },
  );
  const isEnabled = pages
    .flatMap(({ StandardsSubscriptions = [] }) => StandardsSubscriptions)
    .some(
      ({ StandardsArn, StandardsStatus = "" }) => StandardsArn === standardsArn && CHECKING.includes(StandardsStatus),
    );
  return isEnabled ? { standardsArn } : undefined;
}

/** The ARN of the region's Security Hub, if it is enabled. */
export async function securityHubOf(reader: Reader, region: string): Promise<string | undefined> {
  return (await reader.read("securityhub:DescribeHub", region, {}))?.HubArn;
}
