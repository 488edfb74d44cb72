/** Whether AWS Audit Manager is set up in a region. */
import type { Reading } from "../collisions/observed";
import type { Reader } from "../reader";
import { reading } from "./sighting";

/** @param regions those whose assessments are declared. @returns by region: the account's status, such as `INACTIVE`. */
export async function observeAuditManager(
  reader: Reader,
  regions: readonly string[],
): Promise<ReadonlyMap<string, Reading<string>>> {
  const observed = await Promise.all(
    [...new Set(regions)].map(async (region) => [region, await reading(() => statusIn(reader, region))] as const),
  );
  return new Map(observed);
}

async function statusIn(reader: Reader, region: string): Promise<string> {
  return (await reader.read("auditmanager:GetAccountStatus", region, {}))?.status ?? "unknown";
}
