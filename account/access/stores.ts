/** What of an account holds evidence: what a stack declares or adopts, and what its resources themselves allow. */
import { READING_OPERATIONS, type StoreKind } from "../../facts/iam/evidence-reading";
import { partitionOf } from "../../facts/regions";
import type { ResourceState } from "../../pulumi/stack-state";
import { type Adopted, adoptedBy } from "../adopted";
import { textOf } from "../observer";
import { ReadError, type Reader } from "../reader";
import type { RegionOf } from "../stack";
import type { EvidenceStore, KeyGrant, NamedPolicy, NotReviewed } from "./access";

/** A store, before the account was asked about it. */
export type DeclaredStore = Pick<EvidenceStore, "kind" | "name" | "arn" | "region">;

const KINDS: Readonly<Record<string, StoreKind>> = {
  "aws:cloudwatch/logGroup:LogGroup": "log group",
  "aws:s3/bucket:Bucket": "bucket",
  "aws:kms/key:Key": "key",
  "aws:athena/workgroup:Workgroup": "workgroup",
  "aws:cloudtrail/trail:Trail": "trail",
};

/** What stands before the name in an ARN. */
const ARNS: Readonly<Record<StoreKind, (name: string, place: Place) => string>> = {
  "log group": (name, { partition, region, account }) => `arn:${partition}:logs:${region}:${account}:log-group:${name}`,
  bucket: (name, { partition }) => `arn:${partition}:s3:::${name}`,
  key: (name, { partition, region, account }) => `arn:${partition}:kms:${region}:${account}:key/${name}`,
  workgroup: (name, { partition, region, account }) => `arn:${partition}:athena:${region}:${account}:workgroup/${name}`,
  trail: (name, { partition, region, account }) => `arn:${partition}:cloudtrail:${region}:${account}:trail/${name}`,
};

interface Place {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

/** The stores that a stack declares or adopts, each once. Pure. */
export function declaredStores(
  resources: readonly ResourceState[],
  regionOf: RegionOf,
  account: string,
): readonly DeclaredStore[] {
  const declared = resources
    .filter(({ custom }) => custom)
    .map(({ type, id = "", inputs, outputs, provider }) => ({
      type,
      id: textOf(outputs["arn"]) || id,
      region: regionOf({ inputs, ...(provider === undefined ? {} : { provider }) }),
    }));
  const stores = [...declared, ...adoptedBy(resources)].flatMap((one) => storeOf(one, account));
  return [...new Map(stores.map((store) => [store.arn, store])).values()];
}

function storeOf({ type, id, region }: Adopted, account: string): readonly DeclaredStore[] {
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (kind === undefined || id === "") {
    return [];
  }
  const place = { partition: partitionOf(region).id, region, account };
  // CloudWatch Logs writes the ARN of a log group with and without this ending.
  const whole = id.replace(/:\*$/, "");
  const arn = whole.startsWith("arn:") ? whole : ARNS[kind](whole, place);
  const name = arn.slice(ARNS[kind]("", { ...place, account: arn.split(":")[4] ?? "" }).length);
  return [{ kind, name, arn, region }];
}

export interface ReadStores {
  readonly stores: readonly EvidenceStore[];
  readonly notReviewed: readonly NotReviewed[];
}

/** Asks for the policies, the grants and the keys of stores. A key of a bucket that the stack does not have is a store too. */
export async function readStores(reader: Reader, declared: readonly DeclaredStore[]): Promise<ReadStores> {
  const first = await Promise.all(declared.map((store) => reviewed(store, () => readStore(reader, store))));
  const stores = first.flatMap(({ store }) => store ?? []);
  const more = stores
    .flatMap(({ keyArn, region }) => (keyArn === undefined ? [] : storeOf({ type: KEY, id: keyArn, region }, "")))
    .filter(({ arn }) => !declared.some((one) => one.arn === arn));
  const keys = [...new Map(more.map((key) => [key.arn, key])).values()];
  const second = await Promise.all(keys.map((store) => reviewed(store, () => readStore(reader, store))));
  const all = [...first, ...second];
  return {
    stores: all.flatMap(({ store }) => store ?? []),
    notReviewed: all.flatMap(({ notReviewed }) => notReviewed ?? []),
  };
}

const KEY = "aws:kms/key:Key";

interface Reviewed {
  readonly store?: EvidenceStore;
  readonly notReviewed?: NotReviewed;
}

async function reviewed(
  { kind, name, region }: DeclaredStore,
  read: () => Promise<EvidenceStore | undefined>,
): Promise<Reviewed> {
  const what = `${kind} ${name}`;
  try {
    const store = await read();
    return store === undefined ? { notReviewed: { what, region, why: "The account does not have it." } } : { store };
  } catch (error) {
    if (error instanceof ReadError) {
      return { notReviewed: { what, region, why: error.message } };
    }
    throw error;
  }
}

/** @returns `undefined` if the account has no such thing */
async function readStore(reader: Reader, store: DeclaredStore): Promise<EvidenceStore | undefined> {
  switch (store.kind) {
    case "log group":
      return { ...store, policies: await logPolicies(reader, store), grants: [] };
    case "bucket":
      return readBucket(reader, store);
    case "key":
      return readKey(reader, store);
    // Neither has a policy of its own.
    case "workgroup":
    case "trail":
      return { ...store, policies: [], grants: [] };
  }
}

/** The policies of the region's log groups, and that of this one. */
async function logPolicies(reader: Reader, { region, arn }: DeclaredStore): Promise<readonly NamedPolicy[]> {
  const scopes = [{}, { policyScope: "RESOURCE", resourceArn: arn }] as const;
  const pages = await Promise.all(
    scopes.map((scope) =>
      reader.readPages("logs:DescribeResourcePolicies", region, scope, ({ nextToken }) =>
        nextToken === undefined ? undefined : { ...scope, nextToken },
      ),
    ),
  );
  const policies = pages.flat().flatMap(({ resourcePolicies = [] }) => resourcePolicies);
  return policies.map(({ policyName, policyDocument }) => ({
    name: `log policy ${policyName ?? "of the group"}`,
    document: policyDocument,
  }));
}

async function readBucket(reader: Reader, store: DeclaredStore): Promise<EvidenceStore | undefined> {
  const { name: Bucket, region } = store;
  const [policy, encryption] = await Promise.all([
    reader.read("s3:GetBucketPolicy", region, { Bucket }),
    reader.read("s3:GetBucketEncryption", region, { Bucket }),
  ]);
  const keys = (encryption?.ServerSideEncryptionConfiguration?.Rules ?? []).flatMap(
    ({ ApplyServerSideEncryptionByDefault: byDefault }) => byDefault?.KMSMasterKeyID ?? [],
  );
  const keyArn = await keyArnOf(reader, region, keys[0]);
  return {
    ...store,
    policies: policy?.Policy === undefined ? [] : [{ name: "bucket policy", document: policy.Policy }],
    grants: [],
    ...(keyArn === undefined ? {} : { keyArn }),
  };
}

/** A bucket may name its key by an alias or an id. */
async function keyArnOf(reader: Reader, region: string, key: string | undefined): Promise<string | undefined> {
  if (key === undefined || /^arn:[^:]+:kms:[^:]+:\d+:key\//.test(key)) {
    return key;
  }
  return (await reader.read("kms:DescribeKey", region, { KeyId: key }))?.KeyMetadata?.Arn;
}

async function readKey(reader: Reader, store: DeclaredStore): Promise<EvidenceStore | undefined> {
  const { arn: KeyId, region } = store;
  const [policy, grants] = await Promise.all([
    reader.read("kms:GetKeyPolicy", region, { KeyId, PolicyName: "default" }),
    reader.readPages("kms:ListGrants", region, { KeyId }, ({ NextMarker }) =>
      NextMarker === undefined ? undefined : { KeyId, Marker: NextMarker },
    ),
  ]);
  return policy === undefined
    ? undefined
    : {
        ...store,
        policies: [{ name: "key policy", document: policy.Policy }],
        grants: grants.flatMap(({ Grants = [] }) => Grants).flatMap(grantOf),
      };
}

function grantOf(grant: {
  readonly GrantId?: string | undefined;
  readonly GranteePrincipal?: string | undefined;
  readonly GranteeServicePrincipal?: string | undefined;
  readonly Operations?: readonly string[] | undefined;
  readonly Constraints?: object | undefined;
}): readonly KeyGrant[] {
  const { GrantId = "", GranteePrincipal, GranteeServicePrincipal, Operations = [], Constraints = {} } = grant;
  const actions = Operations.flatMap((operation) => READING_OPERATIONS[operation] ?? []);
  const grantee = GranteePrincipal ?? GranteeServicePrincipal ?? "";
  const conditional = Object.keys(Constraints).length > 0;
  return actions.length === 0 ? [] : [{ id: GrantId, grantee, actions, conditional }];
}
