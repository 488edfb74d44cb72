/** Whether the principals exist that a stack leaves its keys to. */
import type { Reading } from "../collisions/observed";
import type { Reader } from "../reader";
import { reading } from "./sighting";

/** The name of a role or user comes after its path. */
const PRINCIPAL = /^arn:[a-z-]+:iam::(?<account>\d{12}):(?<kind>role|user)\/(?:.*\/)?(?<name>[^/]+)$/;

/** @param arns ARNs of roles and users; those of another account cannot be asked about. */
export async function observePrincipals(
  reader: Reader,
  accountId: string,
  arns: readonly string[],
): Promise<ReadonlyMap<string, Reading<boolean>>> {
  const found = await Promise.all(
    arns.map(async (arn) => {
      const { account, kind, name } = PRINCIPAL.exec(arn)?.groups ?? {};
      return account !== accountId || name === undefined
        ? undefined
        : ([arn, await reading(async () => (await arnOf(reader, kind, name)) === arn)] as const);
    }),
  );
  return new Map(found.filter((entry) => entry !== undefined));
}

/** A name is given once, whatever the path, so that the path has to be compared too. */
async function arnOf(reader: Reader, kind: string | undefined, name: string): Promise<string | undefined> {
  return kind === "user"
    ? (await reader.read("iam:GetUser", reader.homeRegion, { UserName: name }))?.User?.Arn
    : (await reader.read("iam:GetRole", reader.homeRegion, { RoleName: name }))?.Role?.Arn;
}
