/** The cost for scripts: a single JSON document. */
import type { Estimate } from "../cost/estimate";
import type { CostReport } from "./cost-report";
import { jsonText } from "./json-text";

/** Scripts rely on this format: fields can be added, but existing ones never change their meaning. */
export interface CostDocument extends Omit<CostReport, "estimate">, Estimate {
  readonly currency: "USD";
}

export function costJsonReport({ estimate, ...place }: CostReport): string {
  const document: CostDocument = { ...place, currency: "USD", ...estimate };
  return jsonText(document);
}
