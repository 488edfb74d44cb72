import { EQUIVALENTS } from "../../../facts/pulumi/equivalent-resources";
import { INVOCATION_LOGGING } from "../../resources";
import { type Result, notApplicable, undecided } from "../../result";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack/stack";
import { WHOLE_STACK } from "../../stack/whole-stack";
import { matchesPattern } from "../../wildcards";

export const providersEquivalentsNotJudged = stackRule(WHOLE_STACK, {
  id: "providers-equivalents-not-judged",
  title: "Every resource that can hold evidence or permissions is of a type that the rules judge",
  severity: "medium",
  enforcementLevel: "advisory",
  property: "resources",
  rationale:
    "The rules judge the types of the AWS provider. The same bucket, role or trail can be declared through another provider, a " +
    "template or a command, and none of the rules sees it.",
  remediation:
    "Declare it by the AWS provider. Where that cannot be, have a person review it, and exempt it from this rule with the reason.",
  references: ["https://www.pulumi.com/docs/iac/concepts/providers/"],
  check: (stack) =>
    stack.resources.length <= 1
      ? notApplicable("the stack declares nothing")
      : stack.resources.flatMap((resource): readonly Result[] => {
          const equivalent = EQUIVALENTS.find(({ type }) => matchesPattern(type, resource.type));
          return equivalent === undefined || isAudioFlag(stack, resource)
            ? []
            : [
                undecided("resources", `of the type ${resource.type} are not judged; it may hold ${equivalent.holds}`, {
                  urn: resource.urn,
                }),
              ];
        }),
});

/** The flag of this project's own component, for which the AWS provider has no argument: a region and a truth value. */
function isAudioFlag(stack: Stack, { type, name, parent, properties }: StackResource): boolean {
  const fields = Object.keys(properties).filter((field) => !field.startsWith("__"));
  return (
    type === "pulumi-nodejs:dynamic:Resource" &&
    name.endsWith("-audio") &&
    parent !== undefined &&
    stack.withUrn(parent)?.type === INVOCATION_LOGGING.token &&
    fields.every((field) => ["region", "enabled", "id"].includes(field))
  );
}
