/** What a resource uses in a month, before it has a price. */
import type { PriceId } from "../facts/prices/prices";
import type { SettingName } from "../settings/schema";
import type { Declared } from "./declared";
import type { VolumeName, Volumes } from "./volumes";

/** A quantity in the first month, and in a month when as much expires as arrives. */
export interface Quantity {
  readonly month1: number;
  /** "grows" when nothing ever expires. */
  readonly steady: number | "grows";
}

/** What keeps a quantity from growing, or why nothing does. */
export interface Bound {
  /** The setting of an account's baseline, or each of several. */
  readonly setting?: SettingName | readonly SettingName[];
  /** The property of a resource that stands in no baseline, or that no setting reaches. */
  readonly property?: string;
  /** Why nothing bounds it, where neither does. */
  readonly nothing?: string;
}

/** Part of one line of the cost. */
export interface Usage {
  readonly price: PriceId;
  /** What is counted, in the words of whoever runs the account. */
  readonly what: string;
  readonly resource: Declared;
  readonly quantity: Quantity;
  /** The volumes that it is computed from; none where resources are counted. */
  readonly drivers: readonly VolumeName[];
  readonly bound: Bound;
  /** What the quantity does not show. */
  readonly note?: string;
}

/** What all services' usages are computed from. */
export interface Account {
  readonly resources: readonly Declared[];
  readonly volumes: Volumes;
}

/** The usages of one service. */
export type UsagesOf = (account: Account) => readonly Usage[];

/** The same every month. */
export function everyMonth(quantity: number): Quantity {
  return { month1: quantity, steady: quantity };
}

/** The declared resources of a type. */
export function ofType({ resources }: Account, type: string): readonly Declared[] {
  return resources.filter((resource) => resource.type === type);
}
