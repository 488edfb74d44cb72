/** A stack state -> the pack, over its own protocol -> one finding for each (rule, resource) pair. */
import type { StackState } from "../state/stack-state";
import { Answers, ruleInfo } from "./answers";
import type { Judgement, Opaque } from "./finding";
import type { PackProcess } from "./pack-process";
import { type PolicyConfig, reconcile } from "./policy-config";
import { analyzeRequest, stackRequest } from "./requests";

/** How many questions are under way at once: enough that the pack is never idle. */
const QUESTIONS_AT_ONCE = 16;

export interface JudgeOptions {
  readonly policyConfig: PolicyConfig;
  /** What the preview could not look into. */
  readonly opaque: readonly Opaque[];
  /** Told after each resource. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** @throws PackError when the pack dies or fails; PolicyConfigError when the configuration is wrong. */
export async function judge(pack: PackProcess, state: StackState, options: JudgeOptions): Promise<Judgement> {
  const { request, levels } = reconcile(pack.info, options.policyConfig);
  await pack.configure(request);
  const rules = pack.info.getPoliciesList().map((policy) => ruleInfo(policy, levels));
  const resources = state.deployment.resources;
  const answers = new Answers(rules, resources, options.opaque);
  const onProgress = options.onProgress ?? (() => undefined);
  let done = 0;
  await eachOf(resources, QUESTIONS_AT_ONCE, async (resource) => {
    if (answers.concerns(resource)) {
      answers.takeResource(resource, await pack.analyze(analyzeRequest(resource, answers.byUrn)));
    }
    onProgress(++done, resources.length);
  });
  answers.takeStack(await pack.analyzeStack(stackRequest(resources, answers.byUrn)));
  return {
    pack: { name: pack.info.getName(), version: pack.info.getVersion() },
    rules,
    findings: answers.findings(),
    notApplicable: answers.notApplicable,
    resources: resources.length,
  };
}

async function eachOf<T>(items: readonly T[], atOnce: number, act: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      await act(item);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
