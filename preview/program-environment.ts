/**
 * The environment variables of a program: a list of what may pass. Everything else stays outside - tokens of the CI system,
 * credentials of the account, options of Node.js, proxies - because the author of a program is not trusted with it.
 */
import type { Project } from "./project";

/**
 * What Node.js and ordinary libraries need: where programs and temporary files are, language, time zone. HOME hides nothing,
 * since a process can look it up, but tools fail without it.
 */
const PASSED = /^(?:PATH|HOME|USER|LOGNAME|LANG|LANGUAGE|LC_[A-Z]+|TZ|TMPDIR|TMP|TEMP)$/;

/**
 * @param outer the environment of this process.
 * @param passed further names, which the operator gave.
 */
export function programEnvironment(
  project: Pick<Project, "config" | "secretKeys" | "runtimeOptions">,
  outer: Readonly<NodeJS.ProcessEnv>,
  passed: readonly string[],
): Readonly<Record<string, string>> {
  const { typescript, tsconfig } = project.runtimeOptions;
  const given = Object.entries(outer).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && (PASSED.test(entry[0]) || passed.includes(entry[0])),
  );
  return {
    ...Object.fromEntries(given),
    PULUMI_CONFIG: JSON.stringify(project.config),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(project.secretKeys),
    // The program's authors check its types. Checking them here would cost seconds and change nothing.
    // The last is for ES modules, which ts-node loads without being told by the runner.
    ...(typescript
      ? { PULUMI_NODEJS_TYPESCRIPT: "true", PULUMI_NODEJS_TRANSPILE_ONLY: "true", TS_NODE_TRANSPILE_ONLY: "true" }
      : {}),
    ...(tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: tsconfig }),
  };
}
