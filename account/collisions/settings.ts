/** The settings that resolve collisions, as `Pulumi.STACK.yaml` holds them: joined with each other and with what is set. */
import type { Collision, SettingValue } from "./collision";

export interface SettingsAtHand {
  /** What the stack's settings hold now, without the namespace. */
  readonly current: Readonly<Record<string, SettingValue>>;
  /** The regions that the stack governs. */
  readonly regions: readonly string[];
  readonly home: string;
}

type SettingMap = Readonly<Record<string, SettingValue>>;

/** Settings that have a mode for every region, and `regions` for those that differ. */
const REGIONAL = ["recorder", "invocationLogging", "bucketLineage"];
/** Settings that hold several such, by name. */
const OF_REGIONAL = ["detection"];
const BY_DEFAULT: SettingMap = { mode: "create" };

/** Every setting that has to change, with its whole new value. */
export function resolvingSettings(collisions: readonly Collision[], at: SettingsAtHand): SettingMap {
  const resolved: Record<string, SettingValue> = {};
  for (const { path, value } of collisions.flatMap(({ settings }) => settings)) {
    const [name = "", ...rest] = path;
    if (isNames(value)) {
      // Each collision leaves out a name of its own.
      const left = resolved[name];
      resolved[name] = isNames(left) ? left.filter((item) => value.includes(item)) : value;
      continue;
    }
    const before = startOf(path, resolved[name] ?? at.current[name]);
    resolved[name] = merge(before, nested(rest, value), at.home);
  }
  for (const name of REGIONAL.filter((regional) => regional in resolved)) {
    const value = resolved[name];
    if (isMap(value)) {
      resolved[name] = oneForAll(value, at.regions);
    }
  }
  for (const name of OF_REGIONAL.filter((several) => several in resolved)) {
    const value = resolved[name];
    if (isMap(value)) {
      resolved[name] = Object.fromEntries(
        Object.entries(value).map(([inner, each]) => [inner, isMap(each) ? oneForAll(each, at.regions) : each]),
      );
    }
  }
  return resolved;
}

/** What a setting is before it changes: a regional one has a mode even where the stack does not say it. */
function startOf([name = "", inner]: readonly string[], value: SettingValue | undefined): SettingValue | undefined {
  if (REGIONAL.includes(name)) {
    return value ?? BY_DEFAULT;
  }
  if (!OF_REGIONAL.includes(name) || inner === undefined) {
    return value;
  }
  const several = isMap(value) ? value : {};
  return { ...several, [inner]: several[inner] ?? BY_DEFAULT };
}

function nested(path: readonly string[], value: SettingValue): SettingValue {
  return path.reduceRight<SettingValue>((inner, name) => ({ [name]: inner }), value);
}

function merge(before: SettingValue | undefined, added: SettingValue, home: string): SettingValue {
  if (isList(added)) {
    const items = isList(before) ? before : [];
    return added.reduce<readonly SettingValue[]>((all, item) => mergeItem(all, item, home), items);
  }
  if (!isMap(before) || !isMap(added)) {
    return added;
  }
  // A mode takes the place of another with all that belonged to it.
  if ("mode" in added) {
    return added;
  }
  const names = Object.keys(added);
  return {
    ...before,
    ...Object.fromEntries(names.map((name) => [name, merge(before[name], added[name] ?? {}, home)])),
  };
}

/** An item of a list, such as a cluster, is the one with the same name in the same region. */
function mergeItem(items: readonly SettingValue[], added: SettingValue, home: string): readonly SettingValue[] {
  const same = (item: SettingValue): boolean =>
    isMap(item) &&
    isMap(added) &&
    item["name"] === added["name"] &&
    (item["region"] ?? home) === (added["region"] ?? home);
  return items.some(same)
    ? items.map((item) => (same(item) && isMap(item) && isMap(added) ? { ...item, ...added } : item))
    : [...items, added];
}

/** Where every region has the same mode, it is said once. */
function oneForAll(regional: SettingMap, regions: readonly string[]): SettingMap {
  const { regions: differing, ...common } = regional;
  if (!isMap(differing)) {
    return regional;
  }
  const modes = regions.map((region) => differing[region] ?? common);
  const [first] = modes;
  return isMap(first) && modes.every((mode) => JSON.stringify(mode) === JSON.stringify(first)) ? first : regional;
}

function isMap(value: SettingValue | undefined): value is SettingMap {
  return typeof value === "object" && !isList(value);
}

function isList(value: SettingValue | undefined): value is readonly SettingValue[] {
  return Array.isArray(value);
}

/** A list of names, such as regions. */
function isNames(value: SettingValue | undefined): value is readonly string[] {
  return isList(value) && value.every((item) => typeof item === "string");
}

/** A setting as `pulumi config set --path` takes it. */
export interface SettingLeaf {
  /** `recorder.regions.us-east-1.mode` */
  readonly path: string;
  readonly value: string | number | boolean;
}

/** The innermost values of settings, each with its path. */
export function settingLeaves(settings: SettingMap): readonly SettingLeaf[] {
  return Object.entries(settings).flatMap(([name, value]) => leavesOf(name, value));
}

function leavesOf(path: string, value: SettingValue): readonly SettingLeaf[] {
  if (isList(value)) {
    return value.flatMap((item, index) => leavesOf(`${path}[${index}]`, item));
  }
  if (isMap(value)) {
    return Object.entries(value).flatMap(([name, inner]) => leavesOf(`${path}.${name}`, inner));
  }
  return [{ path, value }];
}
