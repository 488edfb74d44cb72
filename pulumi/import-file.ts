/**
 * The file that `pulumi import --file` takes, made of the resources of a stack state.
 *
 * @see https://www.pulumi.com/docs/iac/guides/migration/import/
 */
import { type ResourceState, STACK_TYPE, urnParts } from "./stack-state";

/** A component, which the import only registers, or a resource that the provider reads by its id. */
export interface ImportEntry {
  readonly type: string;
  /** By which other entries refer to it; also the resource's own name, unless there is a `logicalName`. */
  readonly name: string;
  readonly logicalName?: string;
  readonly component?: true;
  /** As the provider documents it for the type, with `@REGION` for another region than the provider's. */
  readonly id?: string;
  /** Name of the entry that is its parent; the stack's own resources have none. */
  readonly parent?: string;
}

export interface ImportFile {
  readonly resources: readonly ImportEntry[];
}

/**
 * The import of what is in the account already, each resource under the components that it belongs to.
 *
 * @param resources a stack state's, such as a preview's
 * @param ids for the URN of each resource that is imported, its import id
 * @throws when a URN is none of the resources'
 */
export function importFile(resources: readonly ResourceState[], ids: ReadonlyMap<string, string>): ImportFile {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const wanted = new Set([...ids.keys()].flatMap((urn) => withParents(urn, byUrn)));
  const names = new Map<string, string>();
  const entries: ImportEntry[] = [];
  for (const { urn, type, custom, parent } of wanted) {
    const { name: logicalName } = urnParts(urn);
    const name = [...names.values()].includes(logicalName) ? `${logicalName} (${type.split(":").at(-1)})` : logicalName;
    const parentName = names.get(parent ?? "");
    names.set(urn, name);
    entries.push({
      type,
      name,
      ...(name === logicalName ? {} : { logicalName }),
      ...(custom ? { id: ids.get(urn) ?? "" } : { component: true as const }),
      ...(parentName === undefined ? {} : { parent: parentName }),
    });
  }
  return { resources: entries };
}

/** A resource and what it stands under, outermost first, without the stack. */
function withParents(urn: string, byUrn: ReadonlyMap<string, ResourceState>): readonly ResourceState[] {
  const way: ResourceState[] = [];
  for (let next: string | undefined = urn; next !== undefined; next = way.at(-1)?.parent) {
    const resource = byUrn.get(next);
    if (resource === undefined) {
      throw new Error(`The stack has no resource ${next}, so it cannot be imported as one.`);
    }
    if (resource.type === STACK_TYPE) {
      break;
    }
    way.push(resource);
  }
  return way.reverse();
}
