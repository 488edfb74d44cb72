/** Reviews who may read what a stack logs in its account. */
import type { StackState } from "../../pulumi/stack-state";
import { ReadError, type Reader } from "../reader";
import { deployedStack } from "../stack";
import type { Access, AccessHolder, AccessReview, EvidenceStore, Identity, NotReviewed } from "./access";
import { type ParsedStore, accessOf, parsedIdentity, parsedStore } from "./decision";
import { identitiesOf, lastUseOf, readAuthorizations } from "./identities";
import { othersOf } from "./others";
import { declaredStores, readStores } from "./stores";

/** @throws ReadError if the account's identities cannot be read, or what a preview left open cannot be looked for. */
export async function reviewAccess(reader: Reader, state: StackState, account: string): Promise<AccessReview> {
  const [{ resources, regionOf }, authorizations] = await Promise.all([
    deployedStack(reader, state),
    readAuthorizations(reader),
  ]);
  const { stores, notReviewed } = await readStores(reader, declaredStores(resources, regionOf, account));
  const review = reviewOf(identitiesOf(authorizations), stores, account);
  const users = await Promise.all(
    review.holders.filter(({ kind }) => kind === "user").map((user) => userLastUse(reader, user)),
  );
  const used = new Map(users.map(({ holder }) => [holder.id, holder]));
  return {
    ...review,
    holders: review.holders.map((holder) => used.get(holder.id) ?? holder),
    notReviewed: [...notReviewed, ...users.flatMap((user) => user.notReviewed ?? [])],
  };
}

async function userLastUse(
  reader: Reader,
  holder: AccessHolder,
): Promise<{ readonly holder: AccessHolder; readonly notReviewed?: NotReviewed }> {
  const name = holder.id.split("/").at(-1) ?? holder.id;
  try {
    return { holder: { ...holder, lastUsed: (await lastUseOf(reader, name)) ?? null } };
  } catch (error) {
    if (error instanceof ReadError) {
      const what = `last use of user ${name}`;
      return { holder, notReviewed: { what, region: reader.homeRegion, why: error.message } };
    }
    throw error;
  }
}

/** The review of what was read; the last use of users is not in it yet. Pure. */
export function reviewOf(
  identities: readonly Identity[],
  stores: readonly EvidenceStore[],
  account: string,
): AccessReview {
  const parsedStores = stores.map(parsedStore);
  const keys = new Map(parsedStores.filter(({ kind }) => kind === "key").map((key) => [key.arn, key]));
  const keyOf = ({ keyArn }: ParsedStore): ParsedStore | undefined =>
    keyArn === undefined ? undefined : keys.get(keyArn);
  const own = identities.map(parsedIdentity).flatMap((identity) => {
    const access = parsedStores.flatMap((store) => accessOf(identity, store, keyOf(store)) ?? []);
    return access.length === 0 ? [] : [{ holder: holderOf(identity), access }];
  });
  const others = parsedStores.flatMap((store) => othersOf(store, { account, identities }));
  const holders = new Map<string, AccessHolder>(
    [...own, ...others].map(({ holder }): [string, AccessHolder] => [holder.id, holder]),
  );
  const access: readonly Access[] = [...own.flatMap((one) => one.access), ...others.map((one) => one.access)];
  return {
    stores: stores.map(({ kind, name, arn, region }) => ({ kind, name, arn, region })),
    holders: [...holders.values()].sort((one, other) => compared(one.id, other.id)),
    access,
    notReviewed: [],
    identities: identities.length,
  };
}

function holderOf({ kind, arn, trusts, lastUsed }: Identity): AccessHolder {
  return {
    kind,
    id: arn,
    outside: false,
    trusts,
    ...(kind === "role" ? { lastUsed: lastUsed ?? null } : {}),
  };
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
