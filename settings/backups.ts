/** What a stack says of its backups. */
import { z } from "zod";

import { backedUpKindOf, BACKUP_RETENTION, CHANGEABLE_FOR_DAYS } from "../facts/backup/backups";
import { REGION_FORM } from "../facts/regions";
import { listOf } from "./setting-forms";

const arnError = "is not the ARN of a resource that AWS Backup backs up";
const regionError = "is not a region name";
const retentionError = `is not a whole number of days from ${BACKUP_RETENTION.minimum} to ${BACKUP_RETENTION.maximum}`;
const changeableError = `is not a whole number of days from ${CHANGEABLE_FOR_DAYS.minimum} to ${CHANGEABLE_FOR_DAYS.maximum}`;

const resource = z
  .strictObject(
    {
      arn: z.string({ error: arnError }).refine((arn) => backedUpKindOf(arn) !== undefined, { error: arnError }),
      region: z.string({ error: regionError }).regex(REGION_FORM, { error: regionError }).optional(),
    },
    { error: "is not a resource: give `arn` and, of a bucket outside the home region, `region`" },
  )
  .refine(({ arn, region }) => region === undefined || backedUpKindOf(arn) === "bucket", {
    error: "is superfluous: the ARN of anything but a bucket names the region",
    path: ["region"],
  });

const vaultLock = z.discriminatedUnion(
  "mode",
  [
    z.strictObject({ mode: z.literal("GOVERNANCE") }),
    z.strictObject({
      mode: z.literal("COMPLIANCE"),
      changeableForDays: z
        .int({ error: changeableError })
        .min(CHANGEABLE_FOR_DAYS.minimum, { error: changeableError })
        .max(CHANGEABLE_FOR_DAYS.maximum, { error: changeableError }),
    }),
  ],
  { error: "is not a lock: give `mode` GOVERNANCE, or COMPLIANCE with `changeableForDays`" },
);

/** Resources, each once, and how what is kept of them is kept. */
export const backups = z
  .strictObject(
    {
      resources: listOf(resource, ({ arn }) => arn),
      retentionDays: z
        .int({ error: retentionError })
        .min(BACKUP_RETENTION.minimum, { error: retentionError })
        .max(BACKUP_RETENTION.maximum, { error: retentionError })
        .optional(),
      vaultLock: vaultLock.optional(),
    },
    { error: "is not an object with `resources`" },
  )
  .refine(({ resources, ...kept }) => resources.length > 0 || Object.keys(kept).length === 0, {
    error: "says how backups are kept, and names no resource",
    path: ["resources"],
  })
  .transform(
    ({ resources, retentionDays = BACKUP_RETENTION.default, vaultLock: lock = { mode: "GOVERNANCE" as const } }) => ({
      resources,
      retentionDays,
      vaultLock: lock,
    }),
  );
