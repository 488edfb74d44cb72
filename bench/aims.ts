/** Targets for the cost of a gate run, which `npm run bench -- --check` enforces, with the reason for each figure. */
export interface Aim {
  /** What is measured, and the reference. */
  readonly what: string;
  /** The maximum. */
  readonly limit: number;
  readonly unit: "ratio" | "GB";
  /** Why this maximum and not a lower one. */
  readonly reason: string;
}

export const AIMS = {
  start: {
    what: "startup of the installed pack / startup of an empty JavaScript pack",
    limit: 1.1,
    unit: "ratio",
    reason: "Every preview starts the pack. Anything beyond the startup of the SDK is our cost.",
  },
  state: {
    what: "`--state` of the prod stack / Checkov on the same resources as the JSON of a Terraform plan",
    limit: 0.65,
    unit: "ratio",
    reason:
      "Teams do not adopt a gate that is slower than the checker they already have. Half of the time is the startup of the SDK, which loads TypeScript for every pack; a busy second processor adds a tenth.",
  },
  verdict: {
    what: "complete verdict on prod / (the bare program + startup of an empty pack)",
    limit: 1.25,
    unit: "ratio",
    reason:
      "The pack starts after the program has ended, because the program must not influence the check. The two run one after the other.",
  },
  application: {
    what: "checking an application stack of 5,000 resources / the same with an empty pack",
    limit: 1.4,
    unit: "ratio",
    reason:
      "Most stacks belong to application teams. A pack that applies to few of their resources must cost little more than none.",
  },
  growth: {
    what: "time per resource in a baseline stack of 10,000 resources / in one of 1,250",
    limit: 1.25,
    unit: "ratio",
    reason: "Growth is linear. The remaining quarter is garbage collection of the larger heap.",
  },
  report: {
    what: "terminal report on 5,000 findings / on 2,500",
    limit: 2.6,
    unit: "ratio",
    reason:
      "A report grows linearly: twice the findings take twice the time, and the table of 5,000 is there within a second.",
  },
  memory: {
    what: "combined peak memory of gate and pack, baseline stack of 10,000 resources",
    limit: 2,
    unit: "GB",
    reason:
      "A CI runner with 4 GB has to run the gate alongside a program. The SDK deserializes every resource again for each stack policy, and how much of that V8 has not collected yet differs by a quarter from run to run.",
  },
} as const satisfies Readonly<Record<string, Aim>>;

/** Targets for the cost of asking runbooks of log files, which `npm run bench:runbooks -- --check` enforces. */
export const RUNBOOK_AIMS = {
  rareAgainstDuckdb: {
    what: "a runbook about calls that hardly anybody makes / the same question in plain DuckDB",
    limit: 1.2,
    unit: "ratio",
    reason: "Whoever could write the query alone must lose nothing by asking a runbook.",
  },
  allAgainstDuckdb: {
    what: "a runbook about every call / the same question in plain DuckDB",
    limit: 1.2,
    unit: "ratio",
    reason: "The same, where every record has to be taken apart and told from its duplicates.",
  },
  rareAgainstJq: {
    what: "a runbook about calls that hardly anybody makes / the same question with jq",
    limit: 0.1,
    unit: "ratio",
    reason: "An analyst on call at night must not fall back on the shell.",
  },
  allAgainstJq: {
    what: "a runbook about every call / the same question with jq",
    limit: 0.1,
    unit: "ratio",
    reason: "The same for a question that no name of a call narrows.",
  },
  memory: {
    what: "peak memory of a runbook about every call, with the default limit of 2 GB for DuckDB",
    limit: 3,
    unit: "GB",
    reason: "It runs on a laptop beside other work. Node.js and what DuckDB does not count take the rest.",
  },
} as const satisfies Readonly<Record<string, Aim>>;

/** A measurement for a target. */
export interface Measured {
  readonly aim: Aim;
  readonly figure: number;
  /** The medians and ranges behind the figure. */
  readonly detail: string;
}

export function isHeld({ aim, figure }: Measured): boolean {
  return figure <= aim.limit;
}
