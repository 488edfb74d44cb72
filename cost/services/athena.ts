/** What queries cost: by what they read. */
import { GB_PER_TB } from "../../facts/prices/price";
import { everyMonth, ofType, type UsagesOf } from "../usage";

export const athenaUsages: UsagesOf = (account) =>
  ofType(account, "aws:athena/workgroup:Workgroup").map((workgroup) => ({
    price: "athena.scanned",
    what: "read by queries",
    resource: workgroup,
    quantity: everyMonth(account.volumes.scannedGBPerWorkgroupPerMonth / GB_PER_TB),
    drivers: ["scannedGBPerWorkgroupPerMonth"],
    bound: { property: "configuration.bytesScannedCutoffPerQuery" },
    note: "the limit is that of one query; whoever asks decides how many there are",
  }));
