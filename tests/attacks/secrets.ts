import assert from "node:assert/strict";
import * as path from "node:path";
import fc from "fast-check";
import { evaluate } from "../../gate/evaluate";
import { startPack } from "../../gate/pack-process";
import { Secrets } from "../../pulumi/secrets";
import { STACK_TYPE } from "../../pulumi/stack-state";
import { check, program } from "../cli/command";
import { fixturePack } from "../support/fixture-program";
import { REPOSITORY } from "../support/prod-state";
import type { Attack } from "./attack";
import { contentOf } from "./support-reports";
import { FORMS, HOLDER, STACK, anySecret, assertKept, holder, outputsOf, treeWith } from "./support-secrets";

const HORSE = "correct-horse-battery-staple";

function packFolder(name: string): string {
  return fixturePack(path.join(REPOSITORY, "tests", "programs", "packs", name));
}

export const SECRETS_ATTACKS: readonly Attack[] = [
  {
    id: "secret-quoted-by-pack",
    class: "secrets",
    attack: "A foreign pack quotes everything that it is told, in pieces, over several lines and encoded.",
    outcome: "The findings have a mask for any 8 characters of a secret, and so has every output that is made of them.",
    remains:
      "Nothing hides a secret from the pack itself, which runs as the user who runs the gate. Use packs that you trust.",
    run: async () => {
      const { out, stdout, stderr } = await check(["--program", program("secrets"), "--pack", packFolder("quotes")]);
      const texts = { ...contentOf(out), stdout, stderr };
      for (const secret of ["hunter2-hunter2", "swordfish", "correct-horse"]) {
        assertKept(texts, secret);
      }
      assert.match(stdout, /found .*\[secret\]/);
    },
  },
  {
    id: "secret-in-any-place",
    class: "secrets",
    attack: "Secrets stand in random places of a stack, in every form, and a pack quotes them from random offsets.",
    outcome: "No 8 characters of any of them are in any output.",
    run: () => {
      const stack = fc.array(anySecret, { minLength: 1, maxLength: 3 }).chain((secrets) =>
        fc.record({
          secrets: fc.constant(secrets),
          inputs: treeWith(secrets),
          outputs: treeWith(secrets),
          at: fc.nat(300),
        }),
      );
      fc.assert(
        fc.property(stack, ({ secrets, inputs, outputs, at }) => {
          const texts = outputsOf([holder({ kept: FORMS["a value"]?.([...secrets]) ?? null, ...inputs }, outputs)], {
            at,
          });
          secrets.forEach((secret) => {
            assertKept(texts, secret);
          });
        }),
        { numRuns: 60 },
      );
    },
  },
  ...Object.entries(FORMS).map(([form, hide]): Attack => ({
    id: `secret-as-${form.split(" ").slice(1, 2).join("-")}`,
    class: "secrets",
    attack: `A secret comes as ${form}, which a reader of other forms takes for plain data.`,
    outcome: "Every form is known, in findings and in the state that is written.",
    run: () => {
      assertKept(outputsOf([holder({ a: hide(HORSE) }, { b: [{ c: hide({ d: HORSE }) }] })]), HORSE);
    },
  })),
  {
    id: "secret-document-in-parts",
    class: "secrets",
    attack: "A secret is a policy document, or one encoded in another, of which a rule quotes a part.",
    outcome: "Any part of a document is secret, and so is what its encodings say.",
    run: () => {
      const document = JSON.stringify({ Statement: [{ Sid: HORSE, Resource: `arn:aws:s3:::${HORSE}/*` }] });
      for (const secret of [document, Buffer.from(document).toString("base64"), encodeURIComponent(document)]) {
        assertKept(outputsOf([holder({ a: FORMS["a value"]?.(secret) ?? null })]), HORSE);
      }
    },
  },
  {
    id: "secret-short",
    class: "secrets",
    attack: "A secret is a PIN, a single letter, a number or a truth value, which no search can tell from other words.",
    outcome:
      "From 4 characters on it is masked wherever it stands; a message about its resource that has it is withheld as a whole.",
    remains:
      "A pack that quotes fewer than 4 characters of one resource's secret in a finding about another is not noticed.",
    run: () => {
      for (const secret of ["s3cr", "abc", "q", "7", 4711, 7, true]) {
        const secrets = new Secrets([holder({ a: FORMS["a value"]?.(secret) ?? null })]);
        const { message } = secrets.maskFinding(HOLDER, { message: `the password is ${secret}` }, "withheld");
        assert.equal(message, "withheld", String(secret));
      }
      const elsewhere = new Secrets([holder({ a: FORMS["a value"]?.("s3cr") ?? null })]);
      assert.equal(elsewhere.mask("another resource has s3cr, too"), "another resource has [secret], too");
    },
  },
  {
    id: "secret-as-name",
    class: "secrets",
    attack: "The names in a secret map are secret themselves, such as the users of a password file.",
    outcome: "Names of 8 characters and more in a secret are masked like its values.",
    run: () => {
      assertKept(
        outputsOf([holder({ a: FORMS["a value"]?.({ [HORSE]: 1, deep: { ciphertext: HORSE } }) ?? null })]),
        HORSE,
      );
    },
  },
  {
    id: "secret-as-id",
    class: "secrets",
    attack: "A resource's id is its secret, as that of a random password is.",
    outcome: "The id is masked in the state and in what is said of the resource.",
    remains:
      "A resource whose name or URN has a secret in it shows that secret to everybody, as Pulumi does. Name it otherwise.",
    run: () => {
      assertKept(outputsOf([holder({}, { result: FORMS["a value"]?.(HORSE) ?? null }, { id: HORSE })]), HORSE);
    },
  },
  {
    id: "secret-declared-beside",
    class: "secrets",
    attack: "An output is plain in the state, and only additionalSecretOutputs says that it is secret.",
    outcome: "It is held to be as secret as the others.",
    run: () => {
      const resource = holder({}, { password: HORSE, open: "open" }, { additionalSecretOutputs: ["password"] });
      const texts = outputsOf([resource]);
      assertKept(texts, HORSE);
      assert.match(texts["state"] ?? "", /"open": "open"/);
    },
  },
  {
    id: "secret-copied-in-the-open",
    class: "secrets",
    attack: "The same value is secret in one place and plain in another, of another resource.",
    outcome: "Once secret, it is masked everywhere.",
    run: () => {
      const open = holder({ copy: `it is ${HORSE}!` }, {}, { urn: `${HOLDER}-2` });
      assertKept(outputsOf([holder({ a: FORMS["a value"]?.(HORSE) ?? null }), open]), HORSE);
    },
  },
  {
    id: "secret-setting-used-plainly",
    class: "secrets",
    attack: "A program reads a secret setting without marking it, so that the state has it in the open.",
    outcome: "The secret settings of the stack are masked like the secrets of its resources.",
    run: () => {
      assertKept(outputsOf([holder({ a: HORSE })], { settings: [HORSE] }), HORSE);
    },
  },
  {
    id: "secret-in-program-error",
    class: "secrets",
    attack: "The program fails with an error that quotes a secret that it declared.",
    outcome: "The error, and the reports of the failed run that quote it, have a mask instead.",
    run: async () => {
      const { code, out, stderr, stdout } = await check(["--program", program("tells-secrets")]);
      assert.equal(code, 3, stderr);
      assert.match(stderr, /cannot log in with \[secret\]/);
      assertKept({ ...contentOf(out), stderr, stdout }, HORSE);
    },
  },
  {
    id: "secret-in-last-words-of-pack",
    class: "secrets",
    attack: "The pack dies of a resource and quotes it in its last words.",
    outcome: "What the pack said is masked like its findings.",
    run: async () => {
      const pack = await startPack({ folder: packFolder("dies-quoting"), environment: {} });
      const resources = [
        { urn: STACK, type: STACK_TYPE, custom: false, inputs: {}, outputs: {} },
        holder({ a: FORMS["a value"]?.(HORSE) ?? null }),
      ];
      const state = { version: 3, deployment: { manifest: { time: "", magic: "", version: "" }, resources } } as const;
      try {
        await assert.rejects(evaluate(pack, state, { policyConfig: {}, opaque: [] }), ({ message }: Error) => {
          assert.match(message, /cannot stand/);
          assertKept({ message }, HORSE);
          return true;
        });
      } finally {
        pack.stop();
      }
    },
  },
  {
    id: "secrets-without-number",
    class: "secrets",
    attack: "A stack has more secrets than a search for their parts has memory for.",
    outcome: "Then every message of a pack is masked as a whole.",
    run: () => {
      const endless = Array.from({ length: 210_000 }, (_, index) => index.toString(36).padStart(5, "0")).join("");
      assert.equal(new Secrets([holder({ a: FORMS["a value"]?.(endless) ?? null })]).mask("anything"), "[secret]");
    },
  },
];
