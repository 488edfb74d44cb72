/** The pack's rules in SARIF, with the properties that GitHub code scanning reads. */
import type { ReportingDescriptor } from "sarif";
import type { Finding, RuleInfo, Severity } from "../gate/finding";

/** GitHub reads a number from 0 to 10. These values are in its ranges with the same names. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string | undefined>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.5",
  unspecified: undefined,
};

/** GitHub rejects rules with more tags. */
const MOST_TAGS = 20;

/** All rules in the pack, followed by rules that only appear in findings. */
export function descriptors(rules: readonly RuleInfo[], findings: readonly Finding[]): ReportingDescriptor[] {
  const known = new Set(rules.map(({ id }) => id));
  const others = new Set(findings.map(({ rule }) => rule).filter((rule) => !known.has(rule)));
  return [...rules.map(descriptor), ...[...others].map((id) => ({ id }))];
}

function descriptor(rule: RuleInfo): ReportingDescriptor {
  const severity = SECURITY_SEVERITY[rule.severity];
  const link = webAddress(rule.reference);
  return {
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.description === "" ? rule.title : rule.description },
    ...(rule.remediation === "" ? {} : { help: help(rule.remediation, link) }),
    ...(link === undefined ? {} : { helpUri: link }),
    defaultConfiguration: {
      enabled: rule.level !== "disabled",
      level: rule.level === "mandatory" ? "error" : "warning",
    },
    properties: {
      tags: [...new Set(["security", ...rule.relatedChecks])].slice(0, MOST_TAGS),
      relatedChecks: rule.relatedChecks,
      ...(severity === undefined ? {} : { "security-severity": severity }),
    },
  };
}

function help(remediation: string, link: string | undefined): { text: string; markdown: string } {
  return link === undefined
    ? { text: remediation, markdown: remediation }
    : {
        text: `${remediation}\n${link}`,
        markdown: `${remediation}\n\n[Documentation](${link.replaceAll("(", "%28").replaceAll(")", "%29")})`,
      };
}

/** The link in RFC 3986 characters, if it is a web address. */
function webAddress(link: string): string | undefined {
  if (!URL.canParse(link) || !/^https?:/i.test(link)) {
    return undefined;
  }
  return new URL(link).href.replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/g, (character) => encodeURIComponent(character));
}
