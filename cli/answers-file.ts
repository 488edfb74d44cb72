/** The file that `--answers` names: what functions answer that only an account can answer. */
import { z } from "zod";
import type { GivenAnswer } from "../preview/given-answers";
import type { UsedConfiguration } from "../reports/report";
import { readNamed } from "./configuration";
import { say } from "./console";
import { UsageError } from "./failure";
import { decodedYaml } from "./named-files";

const OPTION = "--answers";

const VALUES = z.record(z.string(), z.json());

const FORMAT = z.strictObject({
  version: z.literal(1),
  answers: z.array(
    z.strictObject({
      function: z.string().regex(/^[^:]+:[^:]*:[^:]+$/, "a function's token, such as aws:ec2/getVpc:getVpc"),
      arguments: z.exactOptional(VALUES),
      result: VALUES,
    }),
  ),
});

/** What the file answers, and which file that was. */
export interface Answers {
  readonly given: readonly GivenAnswer[];
  readonly used: readonly UsedConfiguration[];
}

/** @throws UsageError where the file cannot be read, or holds no answers */
export function readAnswers(file: string | undefined): Answers {
  if (file === undefined) {
    return { given: [], used: [] };
  }
  const { text, used } = readNamed(file, OPTION, "answers");
  const read = FORMAT.safeParse(decodedYaml(text, `${OPTION} ${file}`));
  if (!read.success) {
    const [issue] = read.error.issues;
    const where = issue === undefined || issue.path.length === 0 ? "" : ` at ${issue.path.join(".")}`;
    throw new UsageError(
      `${OPTION} ${file} is no list of answers${where}: ${issue?.message ?? ""}. Allowed: {"version": 1, "answers": [{"function": "aws:ec2/getVpc:getVpc", "arguments": {"default": true}, "result": {"id": "vpc-1"}}]}; without arguments, it answers all calls.`,
    );
  }
  return { given: read.data.answers, used: [used] };
}

/** An answer that nothing asked for is most likely one whose arguments are not those of the call. */
export function sayUnused(unused: readonly GivenAnswer[]): void {
  for (const { function: token, arguments: args } of unused) {
    const of = args === undefined ? "" : ` with the arguments ${JSON.stringify(args)}`;
    say(`Warning: ${OPTION} answers ${token}${of}, which the program does not call.`);
  }
}
