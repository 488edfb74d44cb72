/** Breakages of keys. */
import type { Breakage, Clients } from "./breakage";
import { CONFIG_KEY, widened } from "./names";

const TRAIL_KEY = "alias/baseline-trail-key";

async function keyIdOf({ kms }: Clients, alias: string): Promise<string> {
  return (await kms.describeKey({ KeyId: alias })).KeyMetadata?.KeyId ?? "";
}

export const keyBreakages: readonly Breakage[] = [
  {
    what: "a key is disabled",
    control: "KEY-03",
    act: async ({ kms, ...aws }) => {
      const KeyId = await keyIdOf({ kms, ...aws }, TRAIL_KEY);
      await kms.disableKey({ KeyId });
      return () => kms.enableKey({ KeyId });
    },
    says: [
      "verify-kms-key-usable",
      "baseline-trail-key",
      "KeyState",
      "is Disabled; the key encrypts and decrypts only while it is Enabled",
    ],
    more: true,
  },
  {
    what: "a key is about to be deleted",
    control: "KEY-03",
    act: async ({ kms, ...aws }) => {
      const KeyId = await keyIdOf({ kms, ...aws }, TRAIL_KEY);
      await kms.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 7 });
      return async () => {
        await kms.cancelKeyDeletion({ KeyId });
        await kms.enableKey({ KeyId });
      };
    },
    says: [
      "verify-kms-key-usable",
      "baseline-trail-key",
      "KeyState",
      /^is PendingDeletion: what the key encrypts becomes unreadable on \d{4}-\d\d-\d\d$/,
    ],
  },
  {
    what: "a key does not rotate",
    control: "KEY-01",
    act: async ({ kms, ...aws }) => {
      const KeyId = await keyIdOf({ kms, ...aws }, TRAIL_KEY);
      await kms.disableKeyRotation({ KeyId });
      return () => kms.enableKeyRotation({ KeyId, RotationPeriodInDays: 365 });
    },
    says: [
      "verify-kms-key-rotation-as-declared",
      "baseline-trail-key",
      "enableKeyRotation",
      "is false in the account; the stack declares true",
    ],
    more: true,
  },
  {
    what: "a key rotates more rarely",
    control: "KEY-01",
    act: async ({ kms, ...aws }) => {
      const KeyId = await keyIdOf({ kms, ...aws }, TRAIL_KEY);
      await kms.enableKeyRotation({ KeyId, RotationPeriodInDays: 2560 });
      return () => kms.enableKeyRotation({ KeyId, RotationPeriodInDays: 365 });
    },
    says: [
      "verify-kms-key-rotation-as-declared",
      "baseline-trail-key",
      "rotationPeriodInDays",
      "is 2560 in the account; the stack declares 365",
    ],
  },
  {
    what: "a key's policy lets everyone in",
    control: "KEY-02",
    act: async ({ kms, ...aws }) => {
      const KeyId = await keyIdOf({ kms, ...aws }, TRAIL_KEY);
      const { Policy } = await kms.getKeyPolicy({ KeyId, PolicyName: "default" });
      await kms.putKeyPolicy({ KeyId, PolicyName: "default", Policy: widened(Policy) });
      return () => kms.putKeyPolicy({ KeyId, PolicyName: "default", Policy });
    },
    says: [
      "verify-kms-key-policy-as-declared",
      "baseline-trail-key",
      "policy.Statement",
      "has Everyone in the account; the stack does not declare it",
    ],
  },
  {
    what: "an alias leads to another key",
    control: "KEY-03",
    act: async ({ kms, ...aws }) => {
      const TargetKeyId = await keyIdOf({ kms, ...aws }, TRAIL_KEY);
      const other = await keyIdOf({ kms, ...aws }, CONFIG_KEY);
      await kms.updateAlias({ AliasName: TRAIL_KEY, TargetKeyId: other });
      return () => kms.updateAlias({ AliasName: TRAIL_KEY, TargetKeyId });
    },
    says: [
      "verify-kms-alias-as-declared",
      "baseline-trail-key-alias",
      "targetKeyId",
      /^is [0-9a-f-]{36} in the account; the stack declares [0-9a-f-]{36}$/,
    ],
  },
];
