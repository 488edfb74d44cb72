/**
 * A plan of a stack names a bucket by its name, where an author of Terraform refers to the resource, and a scanner follows
 * references alone: those that the stack's dependencies tell are put in.
 */

/** A plan, as far as it is read here: https://developer.hashicorp.com/terraform/internals/json-format#plan-representation */
export interface Plan {
  readonly planned_values: { readonly root_module: { readonly resources: readonly PlannedResource[] } };
  readonly configuration: { readonly root_module: { readonly resources: readonly ConfiguredResource[] } };
}

interface PlannedResource {
  readonly address: string;
  readonly values: Readonly<Record<string, unknown>>;
}

interface ConfiguredResource {
  readonly address: string;
  /** Arguments, each with what it is made of; blocks are lists. */
  readonly expressions: Readonly<Record<string, unknown>>;
  /** @default - nothing */
  readonly depends_on?: readonly string[];
}

/** The plan with each argument that is the id of a resource, on which its own waits, as a reference to that. */
export function withReferencesByName<P extends Plan>(plan: P): P {
  const planned = plan.planned_values.root_module.resources;
  const ids = new Map(planned.map(({ address, values }) => [address, values["id"]]));
  return {
    ...plan,
    configuration: {
      ...plan.configuration,
      root_module: {
        ...plan.configuration.root_module,
        resources: plan.configuration.root_module.resources.map((resource) => referring(resource, ids)),
      },
    },
  };
}

function referring(resource: ConfiguredResource, ids: ReadonlyMap<string, unknown>): ConfiguredResource {
  const { depends_on: dependencies = [], expressions } = resource;
  const referred = Object.entries(expressions).map(([argument, expression]) => {
    const named = constantOf(expression);
    const targets = named === undefined ? [] : dependencies.filter((address) => ids.get(address) === named);
    const references = targets.flatMap((address) => [`${address}.id`, address]);
    return [argument, references.length === 0 ? expression : { constant_value: named, references }];
  });
  return { ...resource, expressions: Object.fromEntries(referred) as ConfiguredResource["expressions"] }; // the entries' own type
}

/** The text that an argument is, unless it refers to anything already. */
function constantOf(expression: unknown): string | undefined {
  return typeof expression === "object" &&
    expression !== null &&
    "constant_value" in expression &&
    typeof expression.constant_value === "string"
    ? expression.constant_value
    : undefined;
}
