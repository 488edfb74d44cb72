/** What backups cost: what they hold, by the kind of each resource that is backed up. */
import { backedUpKindOf } from "../../facts/backup/backups";
import { listAt } from "../declared";
import { everyMonth, ofType, type Usage, type UsagesOf } from "../usage";

export const backupUsages: UsagesOf = (account) =>
  ofType(account, "aws:backup/selection:Selection").flatMap((selection) =>
    listAt(selection.properties, "resources").flatMap((resource): readonly Usage[] => {
      const arn = typeof resource === "string" ? resource : "";
      const kind = backedUpKindOf(arn);
      return kind === undefined
        ? []
        : [
            {
              price: `backup.${kind}`,
              what: `backups of ${arn.split(":").at(-1) ?? ""}`,
              resource: selection,
              quantity: everyMonth(account.volumes.backedUpGBPerResource),
              drivers: ["backedUpGBPerResource"],
              bound: { setting: "backups" },
              note:
                kind === "bucket"
                  ? "an object of less than 128 KB is charged as one of 128 KB; requests to the bucket are charged beside it"
                  : "a restore is charged beside it",
            },
          ];
    }),
  );
