/** The policies of whoever asks runbooks of an account, and of what tells it their answers. */
import { DEPLOY_ACTIONS } from "../../facts/iam/deploy-actions";
import {
  ASKING_ACTIONS,
  type AskedOf,
  KEYS_OF_BUCKETS,
  OWN_PRODUCT,
  PUBLISHING_ACTIONS,
} from "../../facts/iam/runbook-actions";
import { RUNBOOK_NAMESPACE } from "../../runbooks/metrics";
import { allow, type AllowStatement, EVERYTHING, type IamPolicy, policy } from "./iam-policy";

const onOf = (type: string): readonly string[] => DEPLOY_ACTIONS[type]?.on ?? [];
const BUCKETS = onOf("aws:s3/bucket:Bucket");

/** What this project stands up is named by it. */
const RESOURCES: Readonly<Record<AskedOf, readonly string[]>> = {
  workgroup: onOf("aws:athena/workgroup:Workgroup"),
  database: onOf("aws:glue/catalogDatabase:CatalogDatabase"),
  table: onOf("aws:glue/catalogTable:CatalogTable"),
  bucket: BUCKETS,
  object: BUCKETS.map((bucket) => `${bucket}/*`),
  result: BUCKETS.map((bucket) => `${bucket}/results/*`),
  key: onOf("aws:kms/key:Key"),
  "log group": onOf("aws:cloudwatch/logGroup:LogGroup"),
  nothing: EVERYTHING,
};

const NAMES: Readonly<Record<AskedOf, string>> = {
  workgroup: "Workgroups",
  database: "Databases",
  table: "Tables",
  bucket: "Buckets",
  object: "Objects",
  result: "Results",
  key: "KeysOfBuckets",
  "log group": "LogGroups",
  nothing: "WithoutResource",
};

/** To ask runbooks of everything in an account that can be asked. */
export function runbookPolicy(): IamPolicy {
  return policy(
    (Object.keys(NAMES) as AskedOf[]) // Object.keys loses the key types
      .map((of): AllowStatement => {
        const actions = Object.values(ASKING_ACTIONS).flatMap((asking) => asking[of] ?? []);
        const statement = allow(NAMES[of], actions, RESOURCES[of]);
        return of === "key"
          ? { ...statement, Condition: { StringLike: { "kms:ViaService": [KEYS_OF_BUCKETS] } } }
          : statement;
      }),
  );
}

/** To publish what runbooks found, as metrics and as findings. */
export function runbookPublishPolicy(): IamPolicy {
  return policy([
    {
      ...allow("Metrics", [PUBLISHING_ACTIONS.metric], EVERYTHING),
      Condition: { StringEquals: { "cloudwatch:namespace": [RUNBOOK_NAMESPACE] } },
    },
    allow("Findings", [PUBLISHING_ACTIONS.finding], [OWN_PRODUCT]),
  ]);
}
