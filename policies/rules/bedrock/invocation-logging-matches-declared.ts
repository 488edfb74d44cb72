import { type Judgements, decide, fail, pass, undecided } from "../../judgement";
import { type Value, UNKNOWN, show } from "../../properties";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { about, eachOf, inSameRegion } from "../subjects";
import {
  INVOCATION_LOGGING,
  INVOCATION_LOGGING_CONFIGURATION,
  INVOCATION_LOGGING_PAGE,
  decideDelivery,
} from "./invocation-logging";

export const invocationLoggingMatchesDeclared = stackRule({
  id: "invocation-logging-matches-declared",
  title: "Model invocation logging keeps what its region declares",
  severity: "high",
  type: INVOCATION_LOGGING,
  property: "content",
  rationale:
    "Privacy notices and data-protection assessments rest on the declared content mode; flags that were changed " +
    "behind it keep more, or less, than was agreed.",
  fix: "Change the content mode of the InvocationLogging component, not the flags of its configuration.",
  links: [INVOCATION_LOGGING_PAGE],
  covers: {},
  judge: (stack) => eachOf(stack, INVOCATION_LOGGING, (component) => judgeComponent(stack, component)),
});

function judgeComponent(stack: Stack, component: StackResource): Judgements {
  return decide(component.properties, "content", (content) => {
    const configurations = configurationsOf(stack, component);
    if (configurations.length === 0) {
      return content === "off"
        ? pass
        : fail(
            "content",
            `is ${show(content)}, but its region has no logging configuration; it must have one or be "off"`,
          );
    }
    return configurations.flatMap((configuration) =>
      about(configuration, judgeConfiguration(stack, configuration, { component, content })),
    );
  });
}

interface Declared {
  readonly component: StackResource;
  readonly content: Value | undefined;
}

function judgeConfiguration(stack: Stack, configuration: StackResource, { component, content }: Declared): Judgements {
  if (inSameRegion(stack, configuration, component) === UNKNOWN) {
    return undecided("region");
  }
  return decideDelivery(configuration.properties, ({ mode, bodies }) =>
    mode === content
      ? pass
      : fail(
          "loggingConfig",
          `is set to deliver ${bodies}; it must be ${show(content)}, as ${component.name} declares`,
        ),
  );
}

/** The configurations below the component, which otherwise answers for those of its region. */
function configurationsOf(stack: Stack, component: StackResource): readonly StackResource[] {
  const all = stack.ofType(INVOCATION_LOGGING_CONFIGURATION);
  const own = all.filter(({ parent }) => parent === component.urn);
  return own.length > 0 ? own : all.filter((other) => inSameRegion(stack, other, component) !== false);
}
