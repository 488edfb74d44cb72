/**
 * Records what a component registers, without an engine.
 *
 * The SDK's mocks show type, name and inputs of each registration; parent, protect and explicit dependencies are read from
 * the options as a stack transformation sees them. What the engine makes of them is proved where the program runs over the
 * engine's own protocol.
 */
import * as pulumi from "@pulumi/pulumi";

/** One registration: of a component or of a resource. */
export interface Registration {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** The option as the component gave it; `undefined` leaves it to the parent. */
  readonly protect: boolean | undefined;
  /** Type and name of the parent; `undefined` for what the program registers itself. */
  readonly parent: string | undefined;
  /** Type and name of each resource in `dependsOn`, in order. Dependencies through inputs are not among them. */
  readonly dependsOn: readonly string[];
}

type Placement = Pick<Registration, "protect" | "parent" | "dependsOn">;
const UNPLACED: Placement = { protect: undefined, parent: undefined, dependsOn: [] };

/** The account in which every recorded program runs. */
export const PLACE = { partition: "aws", accountId: "123456789012", region: "eu-central-1" } as const;

/** The functions that the components may call, and their answers. Any other call fails the test. */
const ANSWERS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "aws:index/getCallerIdentity:getCallerIdentity": {
    accountId: PLACE.accountId,
    arn: `arn:aws:iam::${PLACE.accountId}:user/tester`,
    id: PLACE.accountId,
    userId: "AIDATESTER",
  },
  "aws:index/getPartition:getPartition": {
    partition: PLACE.partition,
    dnsSuffix: "amazonaws.com",
    id: PLACE.partition,
    reverseDnsPrefix: "com.amazonaws",
  },
  "aws:index/getRegion:getRegion": { region: PLACE.region, id: PLACE.region, name: PLACE.region },
};

/** The registrations of one program, in the order in which they were made. */
export class Recording {
  /** @param calls the token of every function that the program called, in order */
  constructor(
    readonly registrations: readonly Registration[],
    readonly calls: readonly string[] = [],
  ) {}

  /** Type and name of every registration, sorted, so that a test can compare all of them at once. */
  children(): readonly string[] {
    return this.registrations.map(({ type, name }) => `${type} ${name}`).sort();
  }

  /** The inputs of the one registration of this type and name. */
  inputs(type: string, name: string): Readonly<Record<string, unknown>> {
    return this.registration(type, name).inputs;
  }

  /** The one registration of this type and name. */
  registration(type: string, name: string): Registration {
    const found = this.registrations.filter((made) => made.type === type && made.name === name);
    const [only] = found;
    if (only === undefined || found.length > 1) {
      throw new Error(`${found.length} registrations of ${type} ${name}; there are: ${this.children().join(", ")}`);
    }
    return only;
  }

  /** An input of that registration which holds JSON text, parsed. */
  document(type: string, name: string, input: string): unknown {
    const text = this.inputs(type, name)[input];
    if (typeof text !== "string") {
      throw new Error(`${input} of ${type} ${name} is no text: ${JSON.stringify(text)}`);
    }
    return JSON.parse(text);
  }
}

/**
 * Runs a program and records what it registers, once everything that it started has settled.
 * What the program throws, or an Output of it rejects with, is thrown here.
 */
export async function record(program: () => unknown): Promise<Recording> {
  const registrations: Pick<Registration, "type" | "name" | "inputs">[] = [];
  const placements = new Map<string, Placement>();
  const calls: string[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => {
        const declared = inputs as Record<string, unknown>; // the SDK declares it `any`; inputs are an object
        registrations.push({ type, name, inputs: declared });
        return { id: `${name}-id`, state: computed(type, name, declared) };
      },
      call: ({ token }) => {
        calls.push(token);
        const answer = ANSWERS[token];
        if (answer === undefined) {
          throw new Error(`the test has no answer for ${token}`);
        }
        return answer;
      },
    },
    "ai-governance-baseline",
    "test",
    false,
  );
  // The runtime hands an Output's rejection to nobody else than the process's last resort.
  const failures: unknown[] = [];
  const listeners = process.listeners("unhandledRejection");
  const note = (reason: unknown): void => void failures.push(reason);
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", note);
  try {
    await pulumi.runtime.runInPulumiStack(() => {
      pulumi.runtime.registerStackTransformation(({ type, name, opts }) => {
        placements.set(`${type} ${name}`, {
          protect: opts.protect,
          parent: opts.parent === undefined ? undefined : label(opts.parent),
          dependsOn: resourcesOf(opts.dependsOn).map(label),
        });
        return undefined;
      });
      return Promise.resolve(program());
    });
    await pulumi.runtime.disconnect();
    // Node reports an unhandled rejection only when the microtasks have run dry.
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    process.removeListener("unhandledRejection", note);
    listeners.forEach((listener) => process.on("unhandledRejection", listener));
  }
  if (failures.length > 0) {
    throw failures[0];
  }
  return new Recording(
    registrations
      .filter(({ type }) => type !== "pulumi:pulumi:Stack")
      .map((made) => ({ ...made, ...(placements.get(`${made.type} ${made.name}`) ?? UNPLACED) })),
    calls,
  );
}

/** Type and name of a resource, as `children` writes them. */
function label(resource: pulumi.Resource): string {
  // The SDK keeps both on every resource but declares neither.
  const { __pulumiType: type, __name: name } = resource as unknown as { __pulumiType: string; __name: string };
  return `${type} ${name}`;
}

function resourcesOf(dependsOn: pulumi.ResourceOptions["dependsOn"]): readonly pulumi.Resource[] {
  return (Array.isArray(dependsOn) ? dependsOn : [dependsOn]).filter((given) => pulumi.Resource.isInstance(given));
}

/** What AWS would add to the inputs, as far as components read it. */
function computed(type: string, name: string, inputs: Record<string, unknown>): Record<string, unknown> {
  const [, module = "", kind = ""] = /^aws:([^/]+)\/[^:]+:(.+)$/.exec(type) ?? [];
  const arn = `arn:aws:${module}:${PLACE.region}:${PLACE.accountId}:${kind.toLowerCase()}/${name}`;
  // A guardrail calls its own by another name.
  return { arn, guardrailArn: arn, version: "1", name, keyId: `${name}-key-id`, ...inputs };
}
