/** Whether permissions reach evidence. */
import { UNKNOWN } from "../properties";
import type { EvidenceTarget } from "../stack/evidence";
import { type Truth, some } from "../truth";
import { UNWRITTEN } from "../wildcards";
import { type Call, type Permissions, type Policies, allowsCall, allowsEverywhere } from "./evaluation";
import { type Owner, isMetIn, resourcesOf } from "./pattern-sets";
import type { Statement } from "./policy-document";
import { asPattern } from "./statement-sets";

/** A call, on whatever evidence there is. */
export type EvidenceCall = Omit<Call, "resource">;

/**
 * Whether one of the targets is reached that are the holder's, or those of an account that an Allow names. Unknown where it depends on
 * what there is, on whose the holder is, or on what is not known of the permissions.
 *
 * @param home of the holder, as far as it is known
 */
export function reachesSome(
  permissions: Permissions,
  call: EvidenceCall,
  targets: readonly EvidenceTarget[],
  home: Owner,
): Truth {
  const { owners, elsewhere } = ownersOf(permissions, home);
  const isReachedOf = (owner: Owner): Truth =>
    someTruth(targets, (target) => reaches(permissions, { ...call, owner }, target));
  const answers = owners.map((owner) =>
    someTruth([owner, ...elsewhere.map((other) => ({ ...owner, ...other }))], isReachedOf),
  );
  const [first = false] = answers;
  if (first === false) {
    // A Deny for somebody else may not make more of it than there would be without.
    return mayNameOthers(permissions) && isReachedOf(anywhere(home)) !== false ? UNKNOWN : false;
  }
  return answers.every((answer) => answer === first) ? first : UNKNOWN;
}

/** Whether an Allow of which a part is not known may turn out to name an account that none of the others does. */
function mayNameOthers({ possible }: Permissions): boolean {
  return possible.some(({ effect }) => effect === "Allow");
}

function anywhere({ partition }: Owner): Owner {
  return partition === undefined ? {} : { partition };
}

/** Stops where one is true, since each is a question of its own. */
function someTruth<T>(items: readonly T[], truthOf: (item: T) => Truth): Truth {
  let isOpen = false;
  for (const item of items) {
    const truth = truthOf(item);
    if (truth === true) {
      return true;
    }
    isOpen ||= truth === UNKNOWN;
  }
  return isOpen ? UNKNOWN : false;
}

/**
 * Who the holder may belong to, told apart as far as Denies do: a Deny of another account's resources, or of another partition's, takes
 * nothing away.
 */
function ownersOf(
  permissions: Permissions,
  home: Owner,
): { readonly owners: readonly Owner[]; readonly elsewhere: readonly Owner[] } {
  const named = (effect: Statement["effect"], policies: readonly Policies[], part: RegExp): readonly string[] => {
    const resources = policies
      .flatMap((one) => [...one.statements, ...one.possible])
      .flatMap((statement) => (statement.effect === effect ? statement.resources : []));
    return [...new Set(resources.flatMap((resource) => part.exec(resource)?.[1] ?? []))];
  };
  const denied = (part: RegExp): readonly string[] => named("Deny", [permissions, ...(permissions.limits ?? [])], part);
  const allowed = (part: RegExp): readonly string[] => named("Allow", [permissions], part);
  const isPartitionOpen = home.partition === undefined;
  const accounts = denied(ACCOUNT_OF);
  const own: readonly Owner[] =
    accounts.length === 0
      ? [{}]
      : home.account === undefined
        ? [{}, ...accounts.map((account) => ({ account }))]
        : [{ account: home.account }];
  const partitions = isPartitionOpen ? [...new Set(["aws", ...denied(PARTITION_OF)])] : [home.partition];
  return {
    owners: partitions.flatMap((partition) => own.map((owner) => ({ ...owner, partition }))),
    elsewhere: [
      ...(accounts.length === 0 ? [] : allowed(ACCOUNT_OF).map((account) => ({ account }))),
      ...(isPartitionOpen ? allowed(PARTITION_OF).map((partition) => ({ partition })) : []),
    ],
  };
}

const PARTITION_OF = /^arn:([a-z-]+):/;
const ACCOUNT_OF = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/;

function reaches(permissions: Permissions, call: EvidenceCall, target: EvidenceTarget): Truth {
  const asked: Call = { ...call, resource: target.arn };
  const reachesOne = allowsCall(permissions, asked);
  if (reachesOne === false) {
    return false;
  }
  switch (target.is) {
    case "each":
      return reachesOne;
    case "any":
      return allowsEverywhere(permissions, asked);
    case "usual":
      return some([allowsEverywhere(permissions, asked), UNKNOWN]);
    case "within":
      return some([allowsCall(onlyByKeeper(permissions, target), asked), UNKNOWN]);
  }
}

/** The permissions without resources that are told by what may be kept somewhere, and not by where it is kept. */
function onlyByKeeper(permissions: Permissions, target: EvidenceTarget): Permissions {
  const narrow = (statements: readonly Statement[]): readonly Statement[] =>
    statements.flatMap((statement) => {
      const resources = statement.resources.filter((resource) => namesKeeper(asPattern(resource), target));
      const isLeft = statement.effect === "Deny" || statement.resources.length === 0;
      return isLeft ? [statement] : resources.length > 0 ? [{ ...statement, resources }] : [];
    });
  return { ...permissions, statements: narrow(permissions.statements), possible: narrow(permissions.possible) };
}

/** Whether a pattern takes in whatever is in a bucket or log group, or names the bucket or group before a part of it. */
function namesKeeper(pattern: string, { arn, keeper = arn }: EvidenceTarget): boolean {
  const separator = arn.slice(keeper.length, -1);
  const isMet = (resource: string, by: string): boolean => {
    const { beginnings, endings } = resourcesOf(resource);
    return isMetIn([...beginnings, ...endings], by);
  };
  const parts = pattern.split(separator);
  return (
    isMet(`${keeper}${separator}${UNWRITTEN}`, pattern) ||
    parts.some((_, index) => isMet(keeper, parts.slice(0, index + 1).join(separator)))
  );
}
