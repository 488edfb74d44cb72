/** Whose a state is, as far as it tells: an exported state names its stack, and the account in its ARNs. */
import { type StackState, STACK_TYPE, urnParts } from "../state/stack-state";

const ARN = /^"arn:aws[a-z-]*:[a-z0-9-]+:(?<region>[a-z0-9-]*):(?<account>\d{12}):/;

export function accountOfState(state: StackState): {
  readonly project: string;
  readonly stack: string;
  readonly account: { readonly id: string; readonly standIn: boolean };
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
    account: { id: arn?.["account"] ?? "unknown", standIn: false },
    region: typeof region === "string" ? region : (arn?.["region"] ?? "unknown"),
  };
}
