/** The subject of a rule that looks at resources of any type: the stack itself, which every program has. */
import { oneOf } from "../resource-type";

export const WHOLE_STACK = oneOf(["pulumi:pulumi:Stack"]);
