/** The rules of a pack as SARIF describes them, with what GitHub's code scanning reads of them. */
import type { ReportingDescriptor } from "sarif";
import type { Finding, RuleInfo, Severity } from "../gate/finding";

/** GitHub reads a number from 0 to 10; these lie within its ranges of the same names. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string | undefined>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.5",
  unspecified: undefined,
};

/** GitHub refuses a rule with more. */
const MOST_TAGS = 20;

/** All rules of the pack, and after them those that only findings name. */
export function descriptors(rules: readonly RuleInfo[], findings: readonly Finding[]): ReportingDescriptor[] {
  const known = new Set(rules.map(({ id }) => id));
  const others = new Set(findings.map(({ rule }) => rule).filter((rule) => !known.has(rule)));
  return [...rules.map(descriptor), ...[...others].map((id) => ({ id }))];
}

function descriptor(rule: RuleInfo): ReportingDescriptor {
  const severity = SECURITY_SEVERITY[rule.severity];
  const link = webAddress(rule.link);
  return {
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.description === "" ? rule.title : rule.description },
    ...(rule.fix === "" ? {} : { help: help(rule.fix, link) }),
    ...(link === undefined ? {} : { helpUri: link }),
    defaultConfiguration: {
      enabled: rule.level !== "disabled",
      level: rule.level === "mandatory" ? "error" : "warning",
    },
    properties: {
      tags: [...new Set(["security", ...rule.covers])].slice(0, MOST_TAGS),
      covers: rule.covers,
      ...(severity === undefined ? {} : { "security-severity": severity }),
    },
  };
}

function help(fix: string, link: string | undefined): { text: string; markdown: string } {
  return link === undefined
    ? { text: fix, markdown: fix }
    : {
        text: `${fix}\n${link}`,
        markdown: `${fix}\n\n[Documentation](${link.replaceAll("(", "%28").replaceAll(")", "%29")})`,
      };
}

/** The link when it is an address of the web, in the characters of RFC 3986. */
function webAddress(link: string): string | undefined {
  if (!URL.canParse(link) || !/^https?:/i.test(link)) {
    return undefined;
  }
  return new URL(link).href.replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/g, (character) => encodeURIComponent(character));
}
