/** Sends a stack state to the pack over its protocol and returns one finding for each (rule, resource) pair. */
import * as protocol from "@pulumi/pulumi/proto/analyzer_pb";
import { Secrets } from "../pulumi/secrets";
import type { StackState } from "../pulumi/stack-state";
import { Answers, announcedRules } from "./answers";
import type { Evaluation, Opaque } from "./finding";
import { PackError, type PackProcess } from "./pack-process";
import { type FurtherConfiguration, type PolicyConfig, reconcile } from "./policy-config";
import { StackRequest, analyzeRequest } from "./requests";
import { type Selection, leftOutBy } from "./selection";
import { isResult } from "./verdict";

const DISABLED = protocol.EnforcementLevel.DISABLED;

/** The number of concurrent requests, high enough to keep the pack busy while answers are read. */
const CONCURRENT_REQUESTS = 64;

export interface EvaluateOptions extends FurtherConfiguration {
  readonly policyConfig: PolicyConfig;
  /** What the preview could not evaluate. */
  readonly opaque: readonly Opaque[];
  /** Which rules are asked. @default - all that are not disabled */
  readonly selection?: Selection;
  /** Secrets among the stack's settings, which are none of a resource's. @default none */
  readonly secretSettings?: readonly string[];
  /** Called after each resource. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** @throws PackError if the pack dies or fails. @throws PolicyConfigError if the configuration is wrong. */
export function evaluate(pack: PackProcess, state: StackState, options: EvaluateOptions): Promise<Evaluation> {
  return ask(pack, state, options).catch((error: unknown) => {
    // A pack that fails may quote what it was told.
    throw error instanceof PackError
      ? new PackError(
          new Secrets(state.deployment.resources, { texts: options.secretSettings ?? [] }).mask(error.message),
        )
      : error;
  });
}

async function ask(pack: PackProcess, state: StackState, options: EvaluateOptions): Promise<Evaluation> {
  const { request, levels, floors, weakened } = reconcile(pack.info, options.policyConfig, options);
  const announced = announcedRules(pack.info, levels);
  const { selection, organization } = options;
  const leftOut = selection === undefined ? undefined : leftOutBy(selection, announced, floors, organization);
  const rules = announced.map((rule) =>
    leftOut?.rules.includes(rule.id) === true ? { ...rule, level: "disabled" as const } : rule,
  );
  const resources = state.deployment.resources;
  const answers = new Answers(rules, resources, options.opaque, options.secretSettings);
  // Otherwise, the pack would spend most of its time answering that rules without a subject do not apply.
  for (const id of [...answers.idleRules.map((rule) => rule.id), ...(leftOut?.rules ?? [])]) {
    request.getPolicyconfigMap().get(id)?.setEnforcementlevel(DISABLED);
  }
  await pack.configure(request);
  const onProgress = options.onProgress ?? (() => undefined);
  let done = 0;
  // A pack that knows nothing of this project's wording would take the mark of an unknown for a text.
  const given = { readsDocuments: rules.every(({ ownWording }) => ownWording) };
  const stack = new StackRequest(answers.byUrn, given);
  await eachOf(resources, CONCURRENT_REQUESTS, async (resource) => {
    const answer = answers.needs(resource) ? pack.analyze(analyzeRequest(resource, answers.byUrn, given)) : undefined;
    stack.add(resource); // while the pack is busy
    if (answer !== undefined) {
      answers.takeResource(resource, await answer);
    }
    onProgress(++done, resources.length);
  });
  answers.takeStack(await pack.analyzeStack(stack.bytes()));
  const findings = answers.findings();
  const judging = new Set(findings.filter(isResult).map(({ rule }) => rule));
  return {
    pack: { name: pack.info.getName(), version: pack.info.getVersion() },
    rules,
    weakened,
    ...(leftOut === undefined ? {} : { leftOut }),
    missing: (organization?.mustCheck ?? []).filter((rule) => !judging.has(rule)),
    findings,
    notApplicable: answers.notApplicable,
    unasked: answers.unasked,
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
