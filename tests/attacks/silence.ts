import assert from "node:assert/strict";
import { Answers, announcedRules } from "../../gate/answers";
import { readDiagnostic } from "../../gate/diagnostics";
import { parseOrganizationPolicy } from "../../gate/organization-policy";
import { PackError } from "../../gate/pack-process";
import { verdictOf } from "../../gate/verdict";
import { fail } from "../../policies/result";
import { StateFileError, parseStackState } from "../../pulumi/read-state";
import { UNKNOWN_VALUE } from "../../pulumi/wire";
import { check, removeTemporaryFolders } from "../cli/command";
import { BUCKET, STACK, announcement, answer } from "../gate/protocol-answers";
import { readBack } from "../policies/worded";
import { fixtureProgram } from "../support/fixture-program";
import { REPOSITORY } from "../support/prod-state";
import type { Attack } from "./attack";
import { hostileProgram, previewOf } from "./support-program";
import {
  BAD_LOG_GROUP,
  LOG_GROUP,
  judged,
  refusesPack,
  resource,
  stateOf,
  statuses,
  unruly,
  unrulyResult,
  urn,
  verdict,
} from "./support-silence";

/** Answers of a pack with a policy about resources and one about the stack. */
function answers(): Answers {
  return new Answers(
    announcedRules(announcement({ name: "a" }, { name: "s", scope: "stack" }), new Map()),
    [STACK, BUCKET],
    [],
  );
}

/** A state file of two resources that are given. */
const stateFile = (resources: readonly object[]): string => JSON.stringify({ version: 3, deployment: { resources } });

const OBEDIENT = { retentionInDays: 365 };
const REBELLIOUS = { retentionInDays: 3 };
const group = (inputs: object, more: object = {}): object => ({
  ...{ urn: urn(LOG_GROUP, "logs"), type: LOG_GROUP, custom: true, inputs, outputs: inputs },
  ...more,
});

export const SILENCE_ATTACKS: readonly Attack[] = [
  {
    id: "pack-without-policies",
    class: "silence",
    attack: "A pack has no policies, so that nothing fails.",
    outcome: "The pack is refused, exit code 2.",
    run: () => refusesPack("announces-nothing", /announces no policies, so nothing would be checked/),
  },
  {
    id: "policy-announced-twice",
    class: "silence",
    attack: "A pack announces a policy twice, and the answer of the one that found nothing hides the other's.",
    outcome: "The pack is refused, exit code 2.",
    run: () => refusesPack("announces-twice", /announces the policy "a" twice/),
  },
  {
    id: "policy-that-checks-nothing",
    class: "silence",
    attack: "A policy has neither a check of resources nor one of the stack; it is never called and finds nothing.",
    outcome: "The pack is refused, exit code 2, because it does not say where the policy is to be asked.",
    run: () => refusesPack("checks-nothing", /does not say whether its policy "a" checks/),
  },
  {
    id: "answer-for-nobody",
    class: "silence",
    attack: "A pack reports a violation in the name of a policy that it never announced, which no finding can show.",
    outcome: "The answer is refused, exit code 2.",
    run: () => refusesPack("answers-for-nobody", /for the policy "never-announced", which it has not announced/),
  },
  {
    id: "answer-for-disabled-policy",
    class: "silence",
    attack: "A policy reports its violation in the name of one that the operator has disabled.",
    outcome: "The answer is refused, exit code 2.",
    run: () => refusesPack("answers-for-disabled", /for the policy "b", which was not asked/, { b: "disabled" }),
  },
  {
    id: "answer-about-missing-resource",
    class: "silence",
    attack: "A pack reports a violation of a resource that the stack does not have, so that none of its own looks bad.",
    outcome: "The answer is refused, exit code 2.",
    run: () => refusesPack("answers-elsewhere", /"urn:pulumi:dev::app::.*::other", which is no resource of the stack/),
  },
  {
    id: "answer-without-policy-name",
    class: "silence",
    attack: "A pack reports a violation without the name of a policy.",
    outcome: "The answer is refused, exit code 2.",
    run: () => {
      assert.throws(() => answers().takeResource(BUCKET, answer([{ policy: "" }])), PackError);
    },
  },
  {
    id: "answer-in-wrong-place",
    class: "silence",
    attack:
      "A pack answers about one resource in the name of a policy about the stack, which then seems to have passed.",
    outcome: "The answer is refused, exit code 2.",
    run: () => {
      assert.throws(() => answers().takeResource(BUCKET, answer([{ policy: "s" }])), /about the whole stack/);
      assert.throws(() => answers().takeStack(answer([{ policy: "a" }])), /about one resource/);
    },
  },
  {
    id: "not-applicable-for-nobody",
    class: "silence",
    attack:
      "A pack says of a policy that it never announced, or under a name that looks like another's, that it does not apply.",
    outcome: "The answer is refused, exit code 2.",
    run: () => {
      for (const name of ["b", "\u0430", "a ", "A", ""]) {
        assert.throws(() => answers().takeResource(BUCKET, answer([], [name])), PackError, name);
      }
    },
  },
  {
    id: "question-never-answered",
    class: "silence",
    attack: "The stack, or one resource, is never asked about.",
    outcome: "The evaluation is refused as incomplete, exit code 2.",
    run: () => {
      const withoutStack = answers();
      withoutStack.takeResource(STACK, answer());
      withoutStack.takeResource(BUCKET, answer());
      assert.throws(() => withoutStack.findings(), /gave no answer about the stack/);
      const withoutBucket = answers();
      withoutBucket.takeStack(answer());
      assert.throws(() => withoutBucket.findings(), /gave no answer about urn:/);
    },
  },
  {
    id: "pack-keeps-silent",
    class: "silence",
    attack: "A foreign pack announces a policy, is asked, and says nothing about what the policy's name forbids.",
    outcome: "The policy passes: the protocol has no other word for it. No control counts by it.",
    remains:
      "What a pack's policies do is the pack's word. Name a pack that you trust by --pack; the controls of the catalogue count rules of the baseline's own names only.",
    run: async () => {
      const evaluation = await unruly("silent");
      assert.equal(evaluation.findings.length, 2);
      const all = Object.values(statuses(evaluation, BAD_LOG_GROUP));
      assert.ok(all.every((status) => status === "not-checked" || status === "not-exercised"));
    },
  },
  {
    id: "pack-without-the-catalogue",
    class: "silence",
    attack:
      "Another pack takes the place of the baseline's and passes; the controls look as if nothing spoke against them.",
    outcome: "Every control with a rule is not checked, and none is satisfied.",
    run: async () => {
      const all = statuses(await unruly("silent"), BAD_LOG_GROUP);
      assert.equal(all["LOG-01"], "not-checked");
      assert.ok(!Object.values(all).includes("satisfied"));
    },
  },
  {
    id: "rule-disabled-under-control",
    class: "silence",
    attack: "The one rule of a control that would fail is disabled, so that its other rules satisfy the control.",
    outcome: "The control is not checked, and every report names the rule as disabled.",
    run: async () => {
      const state = stateOf([
        resource(LOG_GROUP, "logs", { ...OBEDIENT, kmsKeyId: "arn:aws:kms:eu-central-1:1:key/k" }),
      ]);
      const rule = "logs-log-group-retention-bounded";
      assert.equal(statuses(await judged(state), state)["LOG-01"], "satisfied");
      const evaluation = await judged(state, { policyConfig: { [rule]: "disabled" } });
      assert.equal(statuses(evaluation, state)["LOG-01"], "not-checked");
      assert.deepEqual(evaluation.weakened, [{ rule, change: "is disabled" }]);
    },
  },
  {
    id: "rule-lowered-under-control",
    class: "silence",
    attack: "A rule is lowered to advice, so that its failure stops nothing and the control could count as satisfied.",
    outcome: "The control is advised, not satisfied, and every report names the rule as lowered.",
    run: async () => {
      const evaluation = await judged(BAD_LOG_GROUP, { policyConfig: { all: "advisory" } });
      assert.equal(verdict(evaluation, BAD_LOG_GROUP), "pass");
      assert.equal(statuses(evaluation, BAD_LOG_GROUP)["LOG-01"], "advised");
      assert.ok(evaluation.weakened.some(({ rule }) => rule === "logs-log-group-retention-bounded"));
    },
    remains: "Whoever may name --policy-config may lower rules; an organization's policy sets the floor.",
  },
  {
    id: "all-rules-disabled",
    class: "silence",
    attack: "Every rule is disabled, so that nothing can fail.",
    outcome: "NOT CHECKED, exit code 2, and no control is satisfied.",
    run: async () => {
      const evaluation = await judged(BAD_LOG_GROUP, { policyConfig: { all: "disabled" } });
      assert.deepEqual(evaluation.findings, []);
      assert.equal(verdict(evaluation, BAD_LOG_GROUP), "not-checked");
      assert.ok(!Object.values(statuses(evaluation, BAD_LOG_GROUP)).includes("satisfied"));
    },
  },
  {
    id: "program-declares-nothing",
    class: "silence",
    attack:
      "The program declares no resource when the gate runs it, such as one that notices that it is being checked.",
    outcome: "NOT CHECKED, exit code 2, in every report.",
    remains:
      "A program can still declare other resources under the gate than in a deployment. Run the same pack in front of the deployment (pulumi up --policy-pack), or check the exported state.",
    run: async () => {
      try {
        const program = fixtureProgram(`${REPOSITORY}/tests/programs/nothing-declared`);
        const { code, stdout } = await check(["--program", program, "--stack", "dev"]);
        assert.equal(code, 2, stdout);
        assert.match(stdout, /^NOT CHECKED: no rule came to a result, no resource was checked$/m);
        assert.doesNotMatch(stdout, /PASS/);
      } finally {
        removeTemporaryFolders();
      }
    },
  },
  {
    id: "baseline-left-out",
    class: "silence",
    attack:
      "The account's program no longer declares its AccountBaseline, so that no rule asks for a trail, and the rest passes.",
    outcome: "NOT CHECKED, exit code 2, where the organization's policy lists the rule under mustCheck.",
    remains:
      "Without such a list the gate cannot know that the stack is an account's: the rules on what must exist are not applicable, and the reports count their controls apart.",
    run: async () => {
      const key = { kmsKeyId: "arn:aws:kms:eu-central-1:111122223333:key/k", deletionProtectionEnabled: true };
      const state = stateOf([{ ...resource(LOG_GROUP, "logs", { ...OBEDIENT, ...key }), protect: true }]);
      assert.equal(verdict(await judged(state), state), "pass");
      const parsed = parseOrganizationPolicy({ mustCheck: ["cloudtrail-account-trail-exists"] });
      assert.ok(parsed.ok);
      const evaluation = await judged(state, { organization: parsed.policy });
      assert.deepEqual(evaluation.missing, ["cloudtrail-account-trail-exists"]);
      assert.equal(verdict(evaluation, state), "not-checked");
    },
  },
  {
    id: "types-without-rules",
    class: "silence",
    attack: "The stack declares only types that no rule is about, so that every rule is not applicable.",
    outcome: "NOT CHECKED, exit code 2.",
    run: async () => {
      const state = stateOf([resource("random:index/randomPet:RandomPet", "pet"), resource("null:index:Thing", "x")]);
      assert.equal(verdict(await judged(state), state), "not-checked");
    },
  },
  {
    id: "everything-unknown",
    class: "silence",
    attack: "Every value that a rule asks for is made unknown, so that all is undecided and nothing fails.",
    outcome:
      "NOT CHECKED where nothing else was decided; each finding is undecided, and a failure with --undecided fail.",
    remains:
      "One decided finding makes a run checked, with the others undecided. Use --undecided fail where that is not enough.",
    run: async () => {
      const state = stateOf([resource("aws:sns/topicPolicy:TopicPolicy", "topic", { policy: UNKNOWN_VALUE })]);
      const evaluation = await judged(state);
      const ofTopic = evaluation.findings.filter(({ urn: of }) => of.includes("TopicPolicy"));
      assert.ok(ofTopic.length > 0 && ofTopic.every(({ result }) => result === "undecided"));
      assert.equal(verdict(evaluation, state), "not-checked");
      assert.equal(verdictOf(evaluation, state.deployment.resources, "fail"), "fail");
    },
  },
  {
    id: "duplicate-urn-in-state",
    class: "silence",
    attack:
      "A state lists a resource twice, first as it violates a rule and then as it obeys, so that one hides the other.",
    outcome: "The state is refused, exit code 2, and the URN is named.",
    run: () => {
      for (const order of [
        [group(REBELLIOUS), group(OBEDIENT)],
        [group(OBEDIENT), group(REBELLIOUS)],
      ]) {
        assert.throws(() => parseStackState(stateFile(order), "state.json"), /more than one resource "urn:/);
      }
    },
  },
  {
    id: "type-other-than-urn",
    class: "silence",
    attack: "A state gives a log group another type than its URN has, so that no rule about log groups is asked.",
    outcome: "The state is refused, exit code 2.",
    run: () => {
      const disguised = group(REBELLIOUS, { type: "random:index/randomPet:RandomPet" });
      assert.throws(() => parseStackState(stateFile([disguised]), "state.json"), StateFileError);
    },
  },
  {
    id: "marked-for-deletion",
    class: "silence",
    attack: "A state marks the violating resource as pending deletion, though nothing has replaced it.",
    outcome: "What stands in the account and has no successor is judged.",
    remains: "A state is judged as it is exported. Export it yourself, and do not take it from those who are judged.",
    run: async () => {
      const state = parseStackState(stateFile([group(REBELLIOUS, { delete: true })]), "state.json");
      const { findings } = await judged(state);
      assert.ok(findings.some(({ rule, result }) => rule === "logs-log-group-retention-bounded" && result === "fail"));
    },
  },
  {
    id: "changes-ignored",
    class: "silence",
    attack:
      "The program declares a retention of a year, and has updates ignore it, so that the deployed three days stay.",
    outcome: "An ignored property is unknown, and the rules on it are undecided.",
    remains: "Fail on what is undecided (`--undecided fail`), or check the exported state.",
    run: async () => {
      const folder = hostileProgram(
        `new (require("@pulumi/aws").cloudwatch.LogGroup)("logs", { retentionInDays: 365 }, { ignoreChanges: ["retentionInDays"] });`,
      );
      const { findings } = await judged((await previewOf(folder)).state);
      const [finding] = findings.filter(({ rule }) => rule === "logs-log-group-retention-bounded");
      assert.equal(finding?.result, "undecided");
    },
  },
  {
    id: "mark-on-mandatory",
    class: "silence",
    attack:
      "The message of a mandatory violation begins with [exempt], from a policy that declares the baseline's wording.",
    outcome: "A failure: a mark counts at the level of an advice only.",
    run: async () => {
      assert.equal(await unrulyResult("marks-mandatory"), "fail");
    },
  },
  {
    id: "mark-without-declaration",
    class: "silence",
    attack: "A policy that does not declare the wording reports [exempt] as an advice.",
    outcome: "A failure, at the level of an advice, with the mark as part of its message.",
    run: async () => {
      assert.equal(await unrulyResult("marks-untagged"), "fail");
    },
  },
  {
    id: "mark-by-copied-tag",
    class: "silence",
    attack: "A foreign pack copies the tag of the baseline's wording, and marks what it finds as exempt.",
    outcome: "The mark counts, and every report lists the finding as exempt.",
    remains:
      "A pack can call itself anything, and decides by itself what it reports. The operator names the pack (--pack): name one that you trust, and keep it where the judged program cannot change it.",
    run: async () => {
      assert.equal(await unrulyResult("marks-advisory"), "exempt");
    },
  },
  {
    id: "unknown-on-mandatory",
    class: "silence",
    attack: "A mandatory violation is worded like the SDK's message on a value that is not known yet.",
    outcome: "A failure: the SDK reports what it could not run as an advice, and names the policy.",
    run: async () => {
      assert.equal(await unrulyResult("claims-unknown"), "fail");
      const rule = { id: "a", description: "", ownWording: false, relatedChecks: [] };
      const ofAnother = "can't run policy 'b' from policy pack 'p' during preview: x";
      assert.equal(readDiagnostic(ofAnother, "advisory", rule).result, "fail");
    },
  },
  {
    id: "mark-by-name",
    class: "silence",
    attack:
      "A resource, a tag or a property is named [exempt], so that a message that quotes it begins like an exemption.",
    outcome: "A failure: the pack encodes a property that begins with a bracket or holds a space.",
    run: () => {
      for (const property of ["[exempt]", "[undecided] acl", "[exempt] acl\n", "\n[exempt] acl", "tags.[exempt] acl"]) {
        for (const message of ["is public", "[exempt] is public"]) {
          assert.equal(readBack(fail(property, message), { level: "advisory" }).result, "fail", property);
        }
      }
    },
  },
  {
    id: "related-checks-by-value",
    class: "silence",
    attack: "A value ends with [] or [checkov:...], so that the finding seems to be reported by no other tool's check.",
    outcome: "The finding keeps all related checks of its rule: the pack ends such a message with a full stop.",
    run: () => {
      for (const value of ["x []", "x [checkov:CKV_AWS_53]"]) {
        assert.equal(readBack(fail("acl", `is ${value}`)).relatedChecks, undefined);
      }
    },
  },
];
