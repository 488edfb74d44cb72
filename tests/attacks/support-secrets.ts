/** Stacks with secrets, what a pack that quotes them answers, and what comes of it in every output. */
import assert from "node:assert/strict";
import * as protocol from "@pulumi/pulumi/proto/analyzer_pb";
import fc from "fast-check";
import { Answers } from "../../gate/answers";
import type { RuleInfo } from "../../gate/finding";
import { withholdSecrets } from "../../pulumi/secrets";
import { type ResourceState, STACK_TYPE, type WireMap, type WireValue } from "../../pulumi/stack-state";
import { OUTPUT_SIGNATURE, SECRET_SIGNATURE, SIGNATURE_KEY, toAnalyzerMap } from "../../pulumi/wire";
import { jsonText } from "../../reports/json-text";
import { reportedControls } from "../../reports/controls";
import type { VerdictReport } from "../../reports/report";
import { rule, sampleReport } from "../reports/sample";
import { rendered } from "./support-reports";

/** The forms in which a secret comes. */
export const FORMS: Readonly<Record<string, (value: WireValue) => WireMap>> = {
  "a value": (value) => ({ [SIGNATURE_KEY]: SECRET_SIGNATURE, value }),
  "a plaintext of an export with --show-secrets": (value) => ({
    [SIGNATURE_KEY]: SECRET_SIGNATURE,
    plaintext: JSON.stringify(value),
  }),
  "an output": (value) => ({ [SIGNATURE_KEY]: OUTPUT_SIGNATURE, value, secret: true, dependencies: [] }),
};

export const STACK = `urn:pulumi:dev::app::${STACK_TYPE}::app-dev`;
export const HOLDER = "urn:pulumi:dev::app::a:b:C::holder";

export function holder(inputs: WireMap, outputs: WireMap = {}, more: Partial<ResourceState> = {}): ResourceState {
  return { urn: HOLDER, type: "a:b:C", custom: true, inputs, outputs, parent: STACK, ...more };
}

const RULES: readonly RuleInfo[] = [
  { ...rule("quotes-resource", { title: "No rule", description: "" }), ownWording: false },
  { ...rule("words-resource", { title: "No rule", description: "" }), ownWording: true },
  { ...rule("quotes-stack", { title: "No rule", description: "", scope: "stack" }), ownWording: false },
];

/** What a pack is told of a resource, as the texts that it could make of it. */
function quotesOf({ inputs, outputs, id = "" }: ResourceState, at: number): readonly string[] {
  const told = JSON.stringify([toAnalyzerMap(inputs), toAnalyzerMap(outputs), id]);
  const piece = told.slice(at % told.length);
  return [
    told,
    piece,
    JSON.stringify(told),
    told.toUpperCase(),
    encodeURIComponent(piece.replace(/\p{Cs}/gu, "")),
    Buffer.from(piece).toString("base64"),
    Buffer.from(piece).toString("hex"),
  ];
}

/** The texts of every output on a stack about which a pack says all that it is told. */
export function outputsOf(
  resources: readonly ResourceState[],
  { settings = [], at = 0 }: { readonly settings?: readonly string[]; readonly at?: number } = {},
): Readonly<Record<string, string>> {
  const all = [{ urn: STACK, type: STACK_TYPE, custom: false, inputs: {}, outputs: {} }, ...resources];
  const opaque = resources.map(({ urn, id = "" }) => ({ urn, reason: `${id} already exists; it is not checked` }));
  const answers = new Answers(RULES, all, opaque, settings);
  const answerOf = (names: readonly string[], texts: readonly string[]): protocol.AnalyzeResponse => {
    const answer = new protocol.AnalyzeResponse();
    answer.setDiagnosticsList(
      names.flatMap((name) =>
        texts.map((text) => {
          const diagnostic = new protocol.AnalyzeDiagnostic();
          diagnostic.setPolicyname(name);
          diagnostic.setMessage(text);
          diagnostic.setEnforcementlevel(protocol.EnforcementLevel.MANDATORY);
          return diagnostic;
        }),
      ),
    );
    return answer;
  };
  const quotes = [...resources.flatMap((resource) => quotesOf(resource, at)), ...settings];
  for (const resource of all) {
    answers.takeResource(resource, answerOf(["quotes-resource", "words-resource"], quotes));
  }
  answers.takeStack(answerOf(["quotes-stack"], quotes));
  const findings = answers.findings();
  const controls = sampleReport.controls.map(({ id }) => id);
  const report: VerdictReport = {
    ...sampleReport,
    resources: all,
    opaque: [],
    evaluation: { ...sampleReport.evaluation, rules: RULES, findings },
    controls: [
      ...reportedControls([], findings),
      ...sampleReport.controls.map((control) => ({
        ...control,
        failures: findings.map(({ message }) => `${controls.length}: ${message}`),
      })),
    ],
  };
  const state = withholdSecrets({ version: 3, deployment: { manifest: EMPTY, resources: all } }, settings);
  return { ...rendered(report, 200), state: jsonText(state) };
}

const EMPTY = { time: "", magic: "", version: "" };

/** No 8 characters of the secret are in any of the texts, also not with a line break between them. */
export function assertKept(texts: Readonly<Record<string, string>>, secret: string): void {
  for (const [output, text] of Object.entries(texts)) {
    for (const searched of [text, text.replace(/\s+/g, "")]) {
      for (let from = 0; from + 8 <= secret.length; from += 1) {
        const part = secret.slice(from, from + 8);
        assert.ok(!searched.includes(part), `${output} tells "${part}"`);
      }
    }
  }
}

/** Texts that stand in no report by themselves. */
export const anySecret: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...Array.from("QXZJKVWY0123456789\"'\\/ +=%&<>\n{[éß日")), { minLength: 8, maxLength: 80 })
  .map((characters) => characters.join(""))
  .filter((text) => new Set(text).size > 5 && text.trim() === text);

/** A tree of values with the secrets in it, in any place and form. */
export function treeWith(secrets: readonly string[]): fc.Arbitrary<WireMap> {
  const forms = Object.values(FORMS);
  const content = fc
    .constantFrom(...secrets)
    .chain((text) =>
      fc.constantFrom<WireValue>(
        text,
        [text],
        { inner: text },
        { [text]: 1 },
        JSON.stringify({ Statement: [{ Sid: text }] }),
        Buffer.from(text).toString("base64"),
      ),
    );
  const hidden = fc.tuple(fc.constantFrom(...forms), content).map(([form, value]) => form(value));
  const nested = fc.tuple(fc.constantFrom(...forms), hidden).map(([form, value]) => form({ deep: [value] }));
  const { tree } = fc.letrec<{ tree: WireValue }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom<WireValue>("open", 1, null, true),
      hidden,
      nested,
      fc.array(tie("tree"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom("a", "b", "c"), tie("tree"), { maxKeys: 3, noNullPrototype: true }),
    ),
  }));
  return tree.map((value) => ({ value }));
}
