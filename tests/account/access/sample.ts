/** Identities and stores of one account, as an access review reads them. */
import type { EvidenceStore, Identity } from "../../../account/access/access";

export const ACCOUNT = "111122223333";

export const LOG_GROUP = `arn:aws:logs:eu-central-1:${ACCOUNT}:log-group:invocations`;
export const BUCKET = "arn:aws:s3:::evidence";
export const KEY = `arn:aws:kms:eu-central-1:${ACCOUNT}:key/1a2b3c4d-0000-4000-8000-000000000001`;

/** A statement of a policy, as IAM writes it. */
export type StatementText = Readonly<Record<string, unknown>>;

export function policy(...statements: readonly StatementText[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

export function allow(
  actions: string | readonly string[],
  resources: string | readonly string[],
  more: StatementText = {},
): StatementText {
  return { Effect: "Allow", Action: actions, Resource: resources, ...more };
}

export function role(name: string, statements: readonly StatementText[], more: Partial<Identity> = {}): Identity {
  return {
    kind: "role",
    arn: `arn:aws:iam::${ACCOUNT}:role/${name}`,
    name,
    path: "/",
    uniqueId: `AROA${name.toUpperCase()}`,
    policies: statements.length === 0 ? [] : [{ name: "own", document: policy(...statements) }],
    trusts: [],
    lastUsed: undefined,
    ...more,
  };
}

export function user(name: string, statements: readonly StatementText[], more: Partial<Identity> = {}): Identity {
  return { ...role(name, statements), kind: "user", arn: `arn:aws:iam::${ACCOUNT}:user/${name}`, ...more };
}

export function store(kind: EvidenceStore["kind"], arn: string, more: Partial<EvidenceStore> = {}): EvidenceStore {
  return {
    kind,
    name: arn.split(/[:/]/).at(-1) ?? arn,
    arn,
    region: "eu-central-1",
    policies: [],
    grants: [],
    ...more,
  };
}

/** A bucket with a policy. */
export function bucket(statements: readonly StatementText[], more: Partial<EvidenceStore> = {}): EvidenceStore {
  return store("bucket", BUCKET, { policies: [{ name: "bucket policy", document: policy(...statements) }], ...more });
}

/** A key with a policy. */
export function key(statements: readonly StatementText[], more: Partial<EvidenceStore> = {}): EvidenceStore {
  return store("key", KEY, { policies: [{ name: "key policy", document: policy(...statements) }], ...more });
}

/** The statement by which a key's policy leaves the key to IAM. */
export const LEFT_TO_IAM = allow("kms:*", "*", { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } });
