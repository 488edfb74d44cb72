/** Analyzers of IAM Access Analyzer. */
import type * as aws from "@pulumi/aws";
import { EXTERNAL_ANALYZERS } from "../../facts/accessanalyzer/limits";
import { type Properties, type Subject, camelCased, observer } from "../observer";
import type { Reader } from "../reader";

export const analyzerObserver = observer<aws.accessanalyzer.AnalyzerArgs>({
  type: "aws:accessanalyzer/analyzer:Analyzer",
  check: "verify-accessanalyzer-analyzer-as-declared",
  parts: [{ properties: ["analyzerName", "type", "configuration"], read: readAnalyzer }],
  defaults: { type: "ACCOUNT", configuration: null },
});

async function readAnalyzer(reader: Reader, { id, region }: Subject): Promise<Properties | undefined> {
  const analyzers = (await analyzersOf(reader, region)).filter(({ status }) => status === "ACTIVE");
  // What is adopted is known by its region.
  const analyzer = analyzers.find(({ name, type }) =>
    id === region ? EXTERNAL_ANALYZERS.some((external) => external === type) : name === id,
  );
  return (
    analyzer && {
      analyzerName: analyzer.name,
      type: analyzer.type,
      configuration: camelCased(analyzer.configuration),
    }
  );
}

/** The name of the analyzer of access from outside the account, of which a region has one. */
export async function accountAnalyzerOf(reader: Reader, region: string): Promise<string | undefined> {
  return (await analyzersOf(reader, region)).find(({ type }) => type === "ACCOUNT")?.name;
}

async function analyzersOf(reader: Reader, region: string) {
  const pages = await reader.readPages("access-analyzer:ListAnalyzers", region, {}, ({ nextToken }) =>
    nextToken === undefined ? undefined : { nextToken },
  );
  return pages.flatMap(({ analyzers = [] }) => analyzers);
}
