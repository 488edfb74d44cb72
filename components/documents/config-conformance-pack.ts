/** The template of a conformance pack: rules of AWS Config as one document. */
import { CONFORMANCE_PACK, GUARD } from "../../facts/config/limits";
import type { GuardRule } from "./config-guard-rules";

/** A managed rule as a pack holds it. */
export interface PackedManagedRule {
  /** The rule's name: small letters, digits and hyphens. AWS Config adds the pack's id to it. */
  readonly id: string;
  readonly identifier: string;
  /** What makes a resource non-compliant. */
  readonly description: string;
  /** A JSON object of strings; absent when the rule gets no parameter. */
  readonly inputParameters?: string;
}

/** What a pack is made of. */
export interface PackedRules {
  readonly managed: readonly PackedManagedRule[];
  readonly custom: readonly GuardRule[];
}

/** A resource of the template, in the form that CloudFormation has for it. */
interface PackedRule {
  readonly Type: "AWS::Config::ConfigRule";
  readonly Properties: Readonly<Record<string, unknown>>;
}

/**
 * The template, as JSON, which is YAML as well. A resource is named by its rule, so that a rule that is added leaves the others and
 * what they found as they are.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/custom-conformance-pack.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-config-configrule.html
 */
export function conformancePackTemplate({ managed, custom }: PackedRules): string {
  const resources = [
    ...managed.map((rule) => [logicalId(rule.id), managedRule(rule)] as const),
    ...custom.map((rule) => [logicalId(rule.name), customPolicyRule(rule)] as const),
  ];
  return JSON.stringify({ Resources: Object.fromEntries(resources) });
}

/** Why AWS Config would not take rules as one pack. */
export interface PackMistake {
  readonly of: "customPolicyRules" | "rules and customPolicyRules";
  readonly got: readonly string[] | number;
  readonly allowed: string;
  readonly fix: string;
}

/** The first reason for which AWS Config would not take the rules as one pack; `undefined` if it takes them. */
export function packMistake({ managed, custom }: PackedRules): PackMistake | undefined {
  const names: readonly string[] = [...managed.map(({ id }) => id), ...custom.map(({ name }) => name)];
  const twice = names.filter((rule, index) => names.indexOf(rule) !== index);
  if (twice.length > 0) {
    return {
      of: "customPolicyRules",
      got: twice,
      allowed: "rules whose names no managed rule has",
      fix: "Give them other names.",
    };
  }
  const { mostRules, longestTemplate } = CONFORMANCE_PACK;
  if (names.length === 0 || names.length > mostRules) {
    return {
      of: "rules and customPolicyRules",
      got: names.length,
      allowed: `1 to ${mostRules} rules in a pack that the region offers`,
      fix: "Name other rules, or divide them among several packs.",
    };
  }
  const bytes = Buffer.byteLength(conformancePackTemplate({ managed, custom }));
  return bytes <= longestTemplate
    ? undefined
    : {
        of: "customPolicyRules",
        got: bytes,
        allowed: `a template of ${longestTemplate} bytes, with all rules`,
        fix: "Shorten the Guard texts, or divide the rules among several packs.",
      };
}

/** A name in CloudFormation's alphabet, which has no hyphen: each becomes a capital X, which no name of a rule has. */
export function logicalId(ruleName: string): string {
  return ruleName.replaceAll("-", "X");
}

function managedRule({ id, identifier, description, inputParameters }: PackedManagedRule): PackedRule {
  return {
    Type: "AWS::Config::ConfigRule",
    Properties: {
      ConfigRuleName: id,
      Description: `Non-compliant: ${description}`,
      Source: { Owner: "AWS", SourceIdentifier: identifier },
      ...(inputParameters === undefined ? {} : { InputParameters: parsed(inputParameters) }),
    },
  };
}

function parsed(inputParameters: string): unknown {
  return JSON.parse(inputParameters);
}

function customPolicyRule({ name, description, resourceTypes, policyText }: GuardRule): PackedRule {
  return {
    Type: "AWS::Config::ConfigRule",
    Properties: {
      ConfigRuleName: name,
      ...(description === undefined ? {} : { Description: `Non-compliant: ${description}` }),
      Scope: { ComplianceResourceTypes: resourceTypes },
      Source: {
        Owner: "CUSTOM_POLICY",
        SourceDetails: GUARD.messages.map((MessageType) => ({ EventSource: "aws.config", MessageType })),
        CustomPolicyDetails: { PolicyRuntime: GUARD.runtime, PolicyText: policyText, EnableDebugLogDelivery: false },
      },
    },
  };
}
