/** IAM Access Analyzer in one region: who from outside the account may reach its resources, and which access nobody uses. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { UNUSED_ACCESS_DAYS } from "../../facts/accessanalyzer/limits";
import { componentType, type Scope, scopeOf } from "../base/component";
import { optionOf, wholeNumber } from "../base/options";

/** Options of an {@link AccessAnalysis}. */
export interface AccessAnalysisArgs {
  /**
   * Days after which a role, a key, a password or a permission that nobody has used is found, 1 to 365. AWS charges for each role and
   * user in a month, once for each region: one is enough, since IAM has none.
   *
   * @default - unused access is not looked for
   */
  readonly unusedAccessDays?: number;
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * An analyzer that finds resources of the region, and roles, which somebody outside the account may use; and, where it is asked for, one
 * that finds access which nobody uses. The first is free.
 *
 * @throws {OptionError} when unusedAccessDays is out of range
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html
 */
export class AccessAnalysis extends pulumi.ComponentResource {
  constructor(name: string, args: AccessAnalysisArgs, opts?: pulumi.ComponentResourceOptions) {
    const { unusedAccessDays } = resolveAccessAnalysis(name, args);
    super(componentType("AccessAnalysis"), name, args, opts);
    const scope = scopeOf(this, name, { region: args.region });

    analyze(scope, "external", { type: "ACCOUNT" });
    if (unusedAccessDays !== undefined) {
      analyze(scope, "unused", {
        type: "ACCOUNT_UNUSED_ACCESS",
        configuration: { unusedAccess: { unusedAccessAge: unusedAccessDays } },
      });
    }
    this.registerOutputs();
  }
}

const validDays = wholeNumber({ ...UNUSED_ACCESS_DAYS, unit: "days" });

/** @throws {OptionError} as {@link AccessAnalysis} does */
export function resolveAccessAnalysis(
  name: string,
  { unusedAccessDays }: Pick<AccessAnalysisArgs, "unusedAccessDays">,
): { readonly unusedAccessDays: number | undefined } {
  if (unusedAccessDays !== undefined) {
    validDays(unusedAccessDays, optionOf("AccessAnalysis", name)("unusedAccessDays"));
  }
  return { unusedAccessDays };
}

function analyze(
  scope: Scope,
  role: string,
  analyzer: Pick<aws.accessanalyzer.AnalyzerArgs, "type" | "configuration">,
): void {
  const name = scope.child(role);
  new aws.accessanalyzer.Analyzer(name, { analyzerName: name, ...analyzer, ...scope.region }, scope.options);
}
