/** Derives the stack and account of an exported state from its URNs and ARNs, as far as they show it. */
import { type StackState, STACK_TYPE, urnParts } from "../pulumi/stack-state";

const ARN = /^"arn:aws[a-z-]*:[a-z0-9-]+:(?<region>[a-z0-9-]*):(?<account>\d{12}):/;

export function accountOfState(state: StackState): {
  readonly project: string;
  readonly stack: string;
  readonly account: { readonly id: string; readonly placeholder: boolean };
  readonly region: string;
} {
  const { resources } = state.deployment;
  const root = resources.find(({ type }) => type === STACK_TYPE) ?? resources[0];
  const { stack, project } = urnParts(root?.urn ?? "");
  const provider = resources.find(({ type }) => type === "pulumi:providers:aws");
  const arn = resources
    .map(({ outputs }) => ARN.exec(JSON.stringify(outputs["arn"] ?? ""))?.groups)
    .find((found) => found !== undefined);
  const region = provider?.inputs["region"];
  return {
    project,
    stack,
    account: { id: arn?.["account"] ?? "unknown", placeholder: false },
    region: typeof region === "string" ? region : (arn?.["region"] ?? "unknown"),
  };
}
