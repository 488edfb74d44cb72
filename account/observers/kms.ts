/** Keys and the aliases that lead to them. */
import type * as aws from "@pulumi/aws";
import { type Problem, type Properties, type Subject, observer } from "../observer";
import type { Reader } from "../reader";

export const keyObserver = observer<aws.kms.KeyArgs>({
  type: "aws:kms/key:Key",
  check: "verify-kms-key-as-declared",
  checks: {
    policy: "verify-kms-key-policy-as-declared",
    enableKeyRotation: "verify-kms-key-rotation-as-declared",
    rotationPeriodInDays: "verify-kms-key-rotation-as-declared",
  },
  parts: [
    {
      properties: ["description", "keyUsage", "customerMasterKeySpec", "multiRegion", "isEnabled"],
      read: readKey,
    },
    {
      properties: ["policy"],
      read: async (reader, { id, region }) => {
        const found = await reader.read("kms:GetKeyPolicy", region, { KeyId: id, PolicyName: "default" });
        return found && { policy: found.Policy };
      },
    },
    {
      properties: ["enableKeyRotation", "rotationPeriodInDays"],
      read: async (reader, { id, region }) => {
        const rotation = await reader.read("kms:GetKeyRotationStatus", region, { KeyId: id });
        return (
          rotation && {
            enableKeyRotation: rotation.KeyRotationEnabled ?? false,
            rotationPeriodInDays: rotation.RotationPeriodInDays,
          }
        );
      },
    },
  ],
  notCompared: {
    deletionWindowInDays: "It is an argument of the deletion; a key that is not being deleted does not have it.",
    bypassPolicyLockoutSafetyCheck: "It is an argument of the call that sets the policy.",
  },
  forms: { policy: "document" },
  defaults: { isEnabled: true, enableKeyRotation: false, keyUsage: "ENCRYPT_DECRYPT", multiRegion: false },
  conditions: [{ check: "verify-kms-key-usable", read: stateProblems }],
});

async function readKey(reader: Reader, { id, region }: Subject): Promise<Properties | undefined> {
  const found = await reader.read("kms:DescribeKey", region, { KeyId: id });
  const key = found?.KeyMetadata;
  return (
    key && {
      description: key.Description,
      keyUsage: key.KeyUsage,
      customerMasterKeySpec: key.KeySpec,
      multiRegion: key.MultiRegion ?? false,
      // A key that is pending deletion is not enabled either, which is told by its state.
      isEnabled: key.KeyState !== "Disabled",
    }
  );
}

async function stateProblems(reader: Reader, { id, region }: Subject): Promise<readonly Problem[]> {
  const found = await reader.read("kms:DescribeKey", region, { KeyId: id });
  const { KeyState: state = "not told", DeletionDate: date } = found?.KeyMetadata ?? {};
  if (state === "Enabled") {
    return [];
  }
  const until = date === undefined ? "" : ` on ${date.toISOString().slice(0, 10)}`;
  const message =
    state === "PendingDeletion"
      ? `is PendingDeletion: what the key encrypts becomes unreadable${until}`
      : `is ${state}; the key encrypts and decrypts only while it is Enabled`;
  return [{ result: "fail", property: "KeyState", message }];
}

export const aliasObserver = observer<aws.kms.AliasArgs>({
  type: "aws:kms/alias:Alias",
  check: "verify-kms-alias-as-declared",
  parts: [
    {
      properties: ["name", "targetKeyId"],
      read: async (reader, { id, region, inputs }) => {
        const target = await targetOfAlias(reader, region, id);
        return target && { name: id, targetKeyId: inKindOf(inputs["targetKeyId"], target) };
      },
    },
  ],
});

/** The ids of a key, which a declaration may use instead of each other. */
interface Target {
  readonly keyId: string;
  readonly keyArn: string;
}

/** The key that an alias leads to; `undefined` if there is no such alias, or it leads nowhere. */
export async function targetOfAlias(reader: Reader, region: string, name: string): Promise<Target | undefined> {
  const pages = await reader.readPages("kms:ListAliases", region, {}, ({ NextMarker: Marker }) =>
    Marker === undefined ? undefined : { Marker },
  );
  const alias = pages.flatMap(({ Aliases = [] }) => Aliases).find(({ AliasName }) => AliasName === name);
  const { TargetKeyId: keyId, AliasArn: aliasArn } = alias ?? {};
  return keyId === undefined || aliasArn === undefined
    ? undefined
    : { keyId, keyArn: aliasArn.replace(/:alias\/.*$/, `:key/${keyId}`) };
}

function inKindOf(declared: unknown, { keyId, keyArn }: Target): string {
  return typeof declared === "string" && declared.startsWith("arn:") ? keyArn : keyId;
}
