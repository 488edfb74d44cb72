/** The threat model of the gate: who is trusted with what, and every attack that is tried in CI, with what came of it. */
import { ATTACK_CLASSES, type Attack } from "../../tests/attacks/attack";
import { ATTACKS } from "../../tests/attacks/catalogue";
import { code, list, page, table } from "./markdown";

/** Who takes part in a check, and what each can decide. */
const PARTIES = [
  [
    "Operator",
    "Whoever runs `baseline check`: a person, or the CI job that the platform team wrote. Chooses the gate's version, the policy pack, the policy configuration, exemptions and the organization's policy.",
    "Trusted.",
  ],
  [
    "Author of the program",
    "Whoever wrote the pull request: the program, its packages, `Pulumi.yaml`, the stack's settings, and every other file in the folder.",
    "Not trusted. The program runs as code, so it can do whatever its process may.",
  ],
  [
    "State",
    "A file that `pulumi stack export` wrote, or that somebody says it did.",
    "Not trusted as text; what it declares is what is checked.",
  ],
  [
    "Policy pack",
    "The baseline's own, or another that the operator names.",
    "Trusted to judge. What it answers is still held against what it announced, and its texts are shown as a stranger's.",
  ],
  ["Reader", "Whoever reads a report, and the systems that parse it.", "To be protected from all of the above."],
] as const;

const BEYOND = [
  "The program runs with the operating system's rights of whoever runs the gate. It can read that user's files and use the network. In a pipeline, run the gate in a container that holds nothing else, or in a job without secrets; the examples do.",
  "A process of the same user can, in principle, read and write the memory of the gate where the operating system lets it trace processes (`ptrace_scope` 0). A container with a process namespace of its own for the program closes this.",
  "The gate checks what a program declares in a preview. A program that behaves differently in an update deploys something else: check the exported state as well, and use the pack with `pulumi up --policy-pack`.",
] as const;

export function renderThreatModel(): string {
  return page(
    "# Threat model",
    "A gate stands between a pull request, whose author nobody has to trust, and an account. This page says who is trusted with what, lists the attacks that the test suite tries, and says what stops each one and what does not.",
    "## Who is trusted with what",
    table(["Party", "Who", "Trust"], PARTIES),
    "## What a process cannot hold",
    list(BEYOND),
    "## Attacks",
    `${ATTACKS.length} attacks are tried on every change (${code("tests/attacks/")}). Each one fails the suite if what comes of it is not what stands here.`,
    ...Object.entries(ATTACK_CLASSES).flatMap(([name, title]) =>
      section(
        title,
        ATTACKS.filter((attack) => attack.class === name),
      ),
    ),
  );
}

function section(title: string, attacks: readonly Attack[]): readonly string[] {
  return attacks.length === 0
    ? []
    : [
        `### ${title}`,
        table(
          ["Attack", "What is tried", "What comes of it", "What is left"],
          attacks.map(({ id, attack, outcome, remains = "" }) => [code(id), attack, outcome, remains]),
        ),
      ];
}
