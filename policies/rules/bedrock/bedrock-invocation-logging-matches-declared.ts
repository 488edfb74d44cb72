import { type Value, UNKNOWN, show } from "../../properties";
import { decide, found } from "../../requirements";
import { INVOCATION_LOGGING, INVOCATION_LOGGING_CONFIGURATION } from "../../resources";
import { type Results, fail, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import type { Stack, StackResourceOf } from "../../stack/stack";
import { about, inSameRegion } from "../../stack/subjects";
import { INVOCATION_LOGGING_PAGE, decideDelivery } from "./invocation-logging";

const LOGGING_CONFIG = INVOCATION_LOGGING_CONFIGURATION.path("loggingConfig");

type Component = StackResourceOf<typeof INVOCATION_LOGGING>;
type Configuration = StackResourceOf<typeof INVOCATION_LOGGING_CONFIGURATION>;

export const bedrockInvocationLoggingMatchesDeclared = stackRule(INVOCATION_LOGGING, {
  id: "bedrock-invocation-logging-matches-declared",
  title: "Bedrock model invocation logging delivers what its region declares",
  severity: "high",
  property: "content",
  rationale:
    "Privacy notices and data protection impact assessments rely on the declared content mode. Delivery flags that " +
    "do not match it keep more, or less, than was agreed.",
  remediation: "Change the content mode of the InvocationLogging component, not the flags of its configuration.",
  references: [INVOCATION_LOGGING_PAGE],
  checkEach: (component, { stack, property }) =>
    decide(component.properties, property, (content) => {
      const configurations = configurationsOf(stack, component);
      if (configurations.length === 0) {
        return content === "off"
          ? pass
          : fail(
              property,
              `${found(content)} in a region without a logging configuration; declare one or set it to "off"`,
            );
      }
      return configurations.flatMap((configuration) =>
        about(configuration, checkConfiguration(stack, configuration, { component, content })),
      );
    }),
});

interface Declared {
  readonly component: Component;
  readonly content: Value | undefined;
}

function checkConfiguration(stack: Stack, configuration: Configuration, { component, content }: Declared): Results {
  if (inSameRegion(stack, configuration, component) === UNKNOWN) {
    return undecided("region");
  }
  const remedy =
    content === "off"
      ? `remove the configuration, because ${component.name} declares "off"`
      : `set the delivery flags to those of ${show(content)}, which ${component.name} declares`;
  return decideDelivery(configuration.properties, ({ modes, bodies }) =>
    modes.some((mode) => mode === content) ? pass : fail(LOGGING_CONFIG, `delivers ${bodies}; ${remedy}`),
  );
}

/** The configurations below the component; without any, those of its region. */
function configurationsOf(stack: Stack, component: Component): readonly Configuration[] {
  const configurations = stack.ofType(INVOCATION_LOGGING_CONFIGURATION);
  const own = configurations.filter(({ parent }) => parent === component.urn);
  return own.length > 0 ? own : configurations.filter((other) => inSameRegion(stack, other, component) !== false);
}
