/** The rules by which AWS Config detects drift in one region, as one pack. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { CONFORMANCE_PACK } from "../../facts/config/limits";
import { componentType, type Scope, scopeOf } from "../base/component";
import { given, OptionError, optionOf } from "../base/options";
import { requiredRegion } from "../base/required-region";
import { conformancePackTemplate, packMistake, type PackedRules } from "../documents/config-conformance-pack";
import { checkedConfigRules } from "./checked-config-rules";
import type { ConfigRulesArgs } from "./config-rules";

/** Options of {@link ConformancePack}, which are those of `ConfigRules`. */
export type ConformancePackArgs = ConfigRulesArgs;

/**
 * The rules of `ConfigRules` with the same parameters, as one conformance pack: AWS Config scores it as a whole, and nobody changes or
 * deletes one of its rules alone. It takes the place of `ConfigRules` in a region: with both, every rule is evaluated, and charged,
 * twice. `AccountBaseline` creates single rules, and its policies ask for these. AWS creates the service-linked role of conformance
 * packs with the first one.
 *
 * Children: the pack alone.
 *
 * @throws pulumi.RunError that lists every mistake of the options, or when the region is not known
 * @throws {OptionError} when the rules are none, or more or longer than a pack may hold, or two have one name
 * @see https://docs.aws.amazon.com/config/latest/developerguide/conformance-packs.html
 */
export class ConformancePack extends pulumi.ComponentResource {
  readonly packArn: pulumi.Output<string>;
  readonly packName: pulumi.Output<string>;
  /** The rules that were left out, as `ConfigRules` leaves them out. */
  readonly unavailableRules: readonly string[];

  constructor(name: string, args: ConformancePackArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveConformancePack(name, args);
    const { region, unavailable } = options;
    super(componentType("ConformancePack"), name, { region, unavailableRules: [...unavailable] }, opts);
    const scope = scopeOf(this, name, { region: args.region });

    const pack = createPack(scope, options);

    this.packArn = pack.arn;
    this.packName = pack.name;
    this.unavailableRules = unavailable;
    this.registerOutputs({ packArn: this.packArn, packName: this.packName, unavailableRules: [...unavailable] });
  }
}

/** The options of {@link ConformancePack}, resolved. */
export interface ConformancePackOptions {
  readonly region: string;
  readonly templateBody: string;
  readonly unavailable: readonly string[];
  /** What the pack waits for. */
  readonly before: readonly pulumi.Resource[];
}

/** @throws as {@link ConformancePack} does */
export function resolveConformancePack(name: string, args: ConformancePackArgs): ConformancePackOptions {
  const option = optionOf("ConformancePack", name);
  const { rules, parameters, minimumLogRetentionDays, customPolicyRules, globalResourceRules, recorder } = args;
  const region = requiredRegion("ConformancePack", name, args.region);
  const choice = given({ rules, parameters, minimumLogRetentionDays, customPolicyRules, globalResourceRules });
  const { managed, custom, unavailable } = checkedConfigRules(choice, region);
  checkName(name, option);
  checkRules({ managed, custom }, option);
  const templateBody = conformancePackTemplate({ managed, custom });
  return { region, templateBody, unavailable, before: recorder === undefined ? [] : [recorder] };
}

function checkName(name: string, option: (name: string) => string): void {
  if (!CONFORMANCE_PACK.name.test(name)) {
    throw new OptionError({
      path: option("name"),
      got: name,
      allowed: "a letter, then letters, digits and hyphens, 256 at most",
      fix: "Give the component another name, which the pack has too.",
    });
  }
}

function checkRules(rules: PackedRules, option: (name: string) => string): void {
  const mistake = packMistake(rules);
  if (mistake !== undefined) {
    const { of, ...refusal } = mistake;
    throw new OptionError({ path: option(of), ...refusal });
  }
}

function createPack(scope: Scope, { templateBody, before }: ConformancePackOptions): aws.cfg.ConformancePack {
  const name = scope.child();
  return new aws.cfg.ConformancePack(
    name,
    { name, templateBody, ...scope.region },
    { ...scope.options, dependsOn: [...before] },
  );
}
