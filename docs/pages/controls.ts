/** The controls page: what each control is for, how its loop is closed, and what it does not show. */
import { CONTROLS, clausesOf, controlsOfClause } from "../../controls/catalogue";
import { type Control, DOMAINS, type Domain, EVIDENCE } from "../../controls/control";
import { FRAMEWORKS } from "../../controls/frameworks";
import { code, list, page, table } from "./markdown";

export function renderControls(): string {
  return page(
    "# Controls",
    "A control is a closed loop: a clause requires something, a component provides it, a policy prevents its absence, AWS Config, an alarm or `baseline verify` detects drift, a runbook says what happened and what to do, and evidence proves it. Where a part of the loop is missing, this page says so.",
    "Controls contribute to the listed clauses; no control claims to meet a clause alone. The clause titles are in our own words, and the texts belong to their publishers. CIS numbers differ between versions, so the version is part of the name.",
    "## Overview",
    overview(),
    "Evidence is one or more of:",
    list(Object.entries(EVIDENCE).map(([kind, where]) => `**${kind}**. ${where}`)),
    ...domains().flatMap((domain) => [
      `## ${DOMAINS[domain]}`,
      ...CONTROLS.filter((control) => control.domain === domain).flatMap(section),
    ]),
    "## Frameworks",
    ...FRAMEWORKS.flatMap(frameworkSection),
  );
}

function domains(): readonly Domain[] {
  return Object.keys(DOMAINS) as Domain[]; // Object.keys loses the key types
}

function overview(): string {
  const mark = (present: boolean): string => (present ? "yes" : "-");
  return table(
    ["Control", "Title", "Provided", "Prevented", "Detected", "Verified"],
    CONTROLS.map(({ id, title, provisions, prevents, detects }) => [
      link(id),
      title,
      mark(!("none" in provisions)),
      mark(prevents.length > 0),
      mark(detects.configRules.length + detects.alarms.length > 0),
      mark(detects.checks.length > 0),
    ]),
  );
}

function link(id: string): string {
  return `[${id}](#${id.toLowerCase()})`;
}

function section(control: Control): readonly string[] {
  const { id, title, objective, provisions, prevents, detects, traces, responds, proves, limits } = control;
  const detectors = [
    ...detects.configRules.map((rule) => `Config rule ${code(rule)}`),
    ...detects.alarms.map((metric) => `alarm on ${code(metric)}`),
    ...detects.checks.map((check) => `check ${code(check)}`),
  ];
  return [
    `### ${id}`,
    `**${title}.** ${objective}`,
    list([
      `Provided by: ${"none" in provisions ? `nothing here. ${provisions.none}` : codes(provisions)}`,
      `Prevented by: ${prevents.length > 0 ? codes(prevents) : "nothing"}`,
      `Detected by: ${detectors.length > 0 ? detectors.join(", ") : "nothing"}`,
      `Undone by (the trail records these calls, and ${code("GovernanceEvents")} alerts on them): ${traces.length > 0 ? codes(traces) : "no single call"}`,
      `Answered by: ${responds.map((id) => `[${id}](runbooks/${id}.md)`).join(", ")}`,
      `Evidence: ${proves.join(", ")}`,
      `Contributes to: ${citations(control)}`,
    ]),
    "Limits:",
    list(limits),
  ];
}

function codes(ids: readonly string[]): string {
  return ids.map(code).join(", ");
}

function citations(control: Control): string {
  const cited = clausesOf(control);
  return FRAMEWORKS.flatMap(({ id, name, version }) => {
    const clauses = cited.filter(({ framework }) => framework === id).map(({ clause }) => clause);
    // The ids of the other frameworks do not change between versions, and the tables below show the version.
    const title = id.startsWith("cis-") ? `${name} v${version}` : name;
    return clauses.length === 0 ? [] : [`${title}: ${clauses.join(", ")}`];
  }).join("; ");
}

function frameworkSection({ id, name, version, source, remarks, clauses, unclaimed }: (typeof FRAMEWORKS)[number]) {
  const reasons: Readonly<Record<string, string | undefined>> = unclaimed;
  return [
    `### ${name}, ${version}`,
    `Published at <${source}>.`,
    list(remarks),
    table(
      ["Clause", "In our words", "Controls that contribute"],
      Object.entries(clauses).map(([clause, title]) => {
        const controls = controlsOfClause({ framework: id, clause }).map((control) => link(control.id));
        return [clause, title, controls.length > 0 ? controls.join(", ") : `None. ${reasons[clause] ?? ""}`];
      }),
    ),
  ];
}
