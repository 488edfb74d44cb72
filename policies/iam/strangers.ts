/** What a stranger's calls carry: somebody outside of the accounts and organizations that a policy names. */
import {
  CONDITION_KEYS,
  type ConditionKey,
  type KeyForm,
  type Presence,
  SAME_OWNER,
} from "../../facts/iam/condition-keys";
import {
  ABSENT,
  ANYTHING,
  type Carried,
  type Comparison,
  type Extent,
  carrying,
  either,
  hasVariable,
} from "./conditions";
import { areNarrow } from "./networks";

/** Who calls: with credentials of an account, with none, an AWS service for a customer, or with a token of a provider. */
export type CallerKind = "signed" | "anonymous" | "service" | "federated";

/** Who is no stranger. */
export interface Home {
  /** Account ids of 12 digits. @default - every account that a policy names */
  readonly accounts?: readonly string[];
  /** Ids of organizations. @default - every organization that a policy names */
  readonly organizations?: readonly string[];
}

/** Whether a narrow source network keeps strangers out, as it does until somebody gets into it. */
export type Networks = "bind" | "bind-nothing";

/** What a stranger's calls carry under a key. */
export function carriedByStrangers(kind: CallerKind, home: Home, networks: Networks): (key: string) => Carried {
  return (key) => {
    const known = conditionKey(key);
    if (known === undefined) {
      return {
        ...ANYTHING,
        matches: (values, comparison) => (TEXTS.includes(comparison) && namesOwner(key, values) ? "none" : "some"),
      };
    }
    const presence = presenceFor(known, kind);
    const value = known.value?.[kind === "federated" ? "anonymous" : kind];
    return presence === "never"
      ? ABSENT
      : {
          presence,
          matches:
            value === undefined
              ? (values, comparison) => matchesForeign(key, known.form, values, comparison, home, networks)
              : matchesFixed(key, value),
        };
  };
}

/** A fixed value is nobody's account: what stands for the account of a resource is another text. */
function matchesFixed(key: string, carried: string): Carried["matches"] {
  return (values, comparison) => {
    const texts = values.filter((value) => !isSameOwner(key, value));
    return values.length > 0 && texts.length === 0 ? "none" : carrying(carried).matches(texts, comparison);
  };
}

/** What the calls of those at home carry: any value, under the keys that their kind of call has. */
export function carriedAtHome(kind: CallerKind): (key: string) => Carried {
  return (key) => {
    const known = conditionKey(key);
    const presence = known === undefined ? "sometimes" : presenceFor(known, kind);
    return { ...ANYTHING, presence };
  };
}

function conditionKey(key: string): ConditionKey | undefined {
  return Object.hasOwn(CONDITION_KEYS, key)
    ? CONDITION_KEYS[key]
    : key.startsWith("kms:encryptioncontext:")
      ? CONDITION_KEYS["kms:encryptioncontext:*"]
      : undefined;
}

/** A token is exchanged without credentials of AWS. AWS does not say whether that call carries what every other call does. */
function presenceFor({ signed, anonymous, service }: ConditionKey, kind: CallerKind): Presence {
  return { signed, anonymous, service, federated: anonymous === "always" ? "sometimes" : anonymous }[kind];
}

/** How values that name somebody can be compared; nobody can say what comes of any other operator. */
const TEXTS: readonly Comparison[] = ["exact", "ignoring-case", "like", "arn"];

function namesOwner(key: string, values: readonly string[]): boolean {
  return values.length > 0 && values.every((value) => isSameOwner(key, value));
}

function isSameOwner(key: string, value: string): boolean {
  return SAME_OWNER.some(([sameKey, variable]) => sameKey === key && value.toLowerCase() === `\${${variable}}`);
}

function matchesForeign(
  key: string,
  form: KeyForm,
  values: readonly string[],
  comparison: Comparison,
  home: Home,
  networks: Networks,
): Extent {
  if (values.length === 0) {
    return "some"; // Nobody can say whom a condition without a value is meant for.
  }
  if (form === "network") {
    return networks === "bind" && comparison === "network" && areNarrow(values) ? "none" : "some";
  }
  return either(
    values.map((value) =>
      TEXTS.includes(comparison) && (isSameOwner(key, value) || (!hasVariable(value) && namesAtHome(form, value, home)))
        ? "none"
        : "some",
    ),
  );
}

/**
 * Whether the value can only be that of somebody at home. A star or a question mark counts where the operator takes it for itself
 * too: one letter of the operator would make it everybody's.
 */
function namesAtHome(form: KeyForm, value: string, { accounts, organizations }: Home): boolean {
  const isOurs = (account: string): boolean => /^\d{12}$/.test(account) && (accounts?.includes(account) ?? true);
  const isOurOrganization = (id: string): boolean => /^o-[a-z0-9]+$/.test(id) && (organizations?.includes(id) ?? true);
  switch (form) {
    case "account":
      return isOurs(value);
    case "organization":
      return isOurOrganization(value);
    case "organization-path":
      return value.includes("/") && isOurOrganization(value.split("/")[0] ?? "");
    case "arn":
      return namesOwnArn(value, isOurs);
    case "service-context":
      return value.startsWith("arn:") ? namesOwnArn(value, isOurs) : !/[*?]/.test(value);
    case "vpc":
      return /^vpc-[0-9a-z]+$/.test(value);
    case "vpc-endpoint":
      return /^vpce-[0-9a-z]+$/.test(value);
    case "unique-id":
      return /^A[A-Z]{3}[A-Z0-9]+(:.*)?$/.test(value) || isOurs(value);
    case "boolean":
    case "network":
      return false;
  }
}

/** An ARN whose account is a wildcard is anybody's; S3's ARNs have no account, and a bucket's name is one owner's. */
function namesOwnArn(arn: string, isOurs: (account: string) => boolean): boolean {
  const [scheme, , service, , account, ...resource] = arn.split(":");
  if (scheme !== "arn" || account === undefined || resource.length === 0) {
    return false;
  }
  return account === "" ? service === "s3" && /^[a-z0-9][a-z0-9.-]*(\/.*)?$/.test(resource.join(":")) : isOurs(account);
}
