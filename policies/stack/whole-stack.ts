/** The subject of rules that look at resources of many types: the stack itself, which every program has. */
import { resourceType } from "../resource-type";

/** What such a rule decides by, in words; the stack has no properties of its own. */
interface WholeStack {
  readonly permissions: object;
  readonly resources: object;
}

export const WHOLE_STACK = resourceType<WholeStack>("pulumi:pulumi:Stack");
