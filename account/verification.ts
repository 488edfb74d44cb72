/** Compares what is declared with what stands in the account, resource by resource. */
import type { ResourceState, WireMap } from "../pulumi/stack-state";
import { UNKNOWN_VALUE, toAnalyzerMap } from "../pulumi/wire";
import type { CheckId } from "./checks";
import { describeDifference, differences } from "./differences";
import type { Unidentified } from "./identities";
import { NEVER_COMPARED, type Observer, type Part, type Properties, type Subject } from "./observer";
import { observerOf } from "./observers";
import { ReadError, type Reader } from "./reader";

/** The rule of findings about what verify has no observer for. It belongs to no control, like the preview's own rule. */
export const UNREAD = "verify-complete";

export interface CheckResult {
  readonly check: CheckId | typeof UNREAD;
  readonly urn: string;
  readonly result: "pass" | "fail" | "undecided";
  readonly property?: string;
  /** Empty for a pass. */
  readonly message: string;
  /** What kept it from being read. */
  readonly unread?: ReadError;
}

/** Bedrock's flag for audio, which is read with the configuration that it belongs to. */
const AUDIO_FLAG = ":InvocationLogging$pulumi-nodejs:dynamic:Resource::";

/** What of a resource in the account an observer read. */
export interface Observation {
  /** `undefined` if the account has no such thing. */
  readonly properties: Properties | undefined;
  readonly failures: readonly { readonly properties: readonly string[]; readonly error: ReadError }[];
}

/** Reads all parts of a resource. What cannot be read does not keep the rest from being read. */
export async function observe(reader: Reader, { parts }: Observer, subject: Subject): Promise<Observation> {
  const readings = await Promise.all(parts.map((part) => readPart(reader, part, subject)));
  const [first] = readings;
  const failures = readings.flatMap(({ failure }) => failure ?? []);
  return first !== undefined && first.failure === undefined && first.found === undefined
    ? { properties: undefined, failures: [] }
    : { properties: Object.assign({}, ...readings.map(({ found }) => found)) as Properties, failures }; // of maps
}

async function readPart(reader: Reader, part: Part, subject: Subject) {
  try {
    return { found: await part.read(reader, subject), failure: undefined };
  } catch (error) {
    return { found: undefined, failure: { properties: part.properties, error: readErrorOf(error) } };
  }
}

/** Any other error is a defect and no answer of the account. */
function readErrorOf(error: unknown): ReadError {
  if (error instanceof ReadError) {
    return error;
  }
  throw error;
}

export interface VerifyOptions {
  /** Whether a check is wanted. */
  readonly wants: (check: CheckId) => boolean;
  readonly regionOf: (resource: Pick<ResourceState, "inputs" | "provider">) => string;
  readonly unidentified: ReadonlyMap<string, Unidentified>;
  /** Called after each resource. */
  readonly onProgress: (done: number, all: number) => void;
}

/**
 * @param resources those to verify. @param all the whole stack, which tells what refers to what.
 * @throws whatever is a defect; what the account refuses is `undecided`.
 */
export async function verifyResources(
  reader: Reader,
  resources: readonly ResourceState[],
  all: readonly ResourceState[],
  options: VerifyOptions,
): Promise<readonly CheckResult[]> {
  const byUrn = new Map(all.map((resource) => [resource.urn, resource]));
  let done = 0;
  const results = await Promise.all(
    resources.map(async (resource) => {
      const found = await verifyResource(reader, resource, subjectOf(resource, byUrn, options.regionOf), options);
      options.onProgress(++done, resources.length);
      return found;
    }),
  );
  return results.flat();
}

function subjectOf(
  resource: ResourceState,
  byUrn: ReadonlyMap<string, ResourceState>,
  regionOf: VerifyOptions["regionOf"],
): Subject {
  const { urn, id = "", inputs, parent } = resource;
  const dependents = [...byUrn.values()].filter(({ propertyDependencies = {} }) =>
    Object.values(propertyDependencies).some((urns) => urns.includes(urn)),
  );
  return {
    id,
    region: regionOf(resource),
    inputs: toAnalyzerMap(inputs),
    component: byUrn.get(parent ?? "")?.inputs ?? {},
    dependents: dependents.map((one) => ({ type: one.type, id: one.id ?? "", inputs: one.inputs })),
  };
}

async function verifyResource(
  reader: Reader,
  { urn, type }: ResourceState,
  subject: Subject,
  { wants, unidentified }: VerifyOptions,
): Promise<readonly CheckResult[]> {
  const observer = observerOf(type);
  if (observer === undefined && urn.includes(AUDIO_FLAG)) {
    return [];
  }
  if (observer === undefined) {
    return [{ check: UNREAD, urn, result: "undecided", message: "is not read by verify" }];
  }
  // What is not there passes none of its checks.
  const everyCheck = (result: "fail" | "undecided", message: string): readonly CheckResult[] =>
    checksOf(observer)
      .filter(wants)
      .map((check) => ({ check, urn, result, message }));
  const lost = unidentified.get(urn);
  if (lost !== undefined || subject.id.includes(UNKNOWN_VALUE)) {
    const { result, message } = lost ?? { result: "undecided", message: "refers to something that was not found" };
    return everyCheck(result, message);
  }
  const observation = await observe(reader, observer, subject);
  if (observation.properties === undefined) {
    return everyCheck("fail", missing(subject, "declares"));
  }
  return [
    ...declaredResults(observer, urn, subject.inputs, observation).filter(
      ({ check: of }) => of === UNREAD || wants(of),
    ),
    ...(await conditionResults(reader, observer, urn, subject, wants)),
  ];
}

/** Whether any of the wanted checks is about the resource. @param wanted `undefined`: all of them. */
export function isChecked({ type }: ResourceState, wanted: ReadonlySet<CheckId> | undefined): boolean {
  const observer = observerOf(type);
  // What no observer reads belongs to no control.
  return wanted === undefined || (observer !== undefined && checksOf(observer).some((check) => wanted.has(check)));
}

/** The checks of a type. */
export function checksOf({ check, checks, conditions }: Observer): readonly CheckId[] {
  const own = Object.values(checks).filter((id) => id !== undefined);
  return [...new Set([check, ...own, ...conditions.map((condition) => condition.check)])];
}

/** @param how what the stack does with it. */
export function missing({ id, region }: Subject, how: "declares" | "adopts"): string {
  // The id of what a region has one of is the region.
  const which = id === "" || id === region ? region : `${id} in ${region}`;
  return `is missing in the account; the stack ${how} it (${which})`;
}

/** What the declared properties come to: each check of the type passes, or has a result for each thing that is wrong. Pure. */
export function declaredResults(
  { check, checks, parts, notCompared, forms, defaults }: Observer,
  urn: string,
  declared: WireMap,
  { properties = {}, failures }: Observation,
): readonly CheckResult[] {
  const checkFor = (property: string): CheckId => checks[property] ?? check;
  const failed = failures.flatMap((failure) => failure.properties);
  const read = parts.flatMap((part) => part.properties).filter((name) => !failed.includes(name));
  const known = new Set([...read, ...failed, ...Object.keys(notCompared), ...Object.keys(NEVER_COMPARED), DEFAULTS]);
  const compared = (name: string): boolean => name in declared || name in defaults;
  const wrong: readonly CheckResult[] = [
    ...read.flatMap((name) =>
      differences(declared, properties, [name], { forms, defaults }).map((difference) => ({
        check: checkFor(name),
        urn,
        result: difference.kind === "unknown" ? ("undecided" as const) : ("fail" as const),
        property: difference.property,
        message: describeDifference(difference),
      })),
    ),
    ...failures.flatMap((failure) =>
      [...new Set(failure.properties.filter(compared).map(checkFor))].map((id) => unreadable(id, urn, failure.error)),
    ),
    ...Object.keys(declared)
      .filter((property) => !known.has(property))
      .map((property) => ({ check, urn, result: "undecided" as const, property, message: "is not read by verify" })),
  ];
  const concerned = new Set(wrong.map((result) => result.check));
  const others = [...new Set([check, ...read.filter(compared).map(checkFor)])].filter((id) => !concerned.has(id));
  return [...wrong, ...others.map((id) => ({ check: id, urn, result: "pass" as const, message: "" }))];
}

/** Where the engine notes which inputs the provider has filled in. */
const DEFAULTS = "__defaults";

export async function conditionResults(
  reader: Reader,
  { conditions }: Observer,
  urn: string,
  subject: Subject,
  wants: VerifyOptions["wants"],
): Promise<readonly CheckResult[]> {
  const wanted = conditions.filter(({ check }) => wants(check));
  const results = await Promise.all(
    wanted.map(async ({ check, read }) => {
      try {
        return passing(
          check,
          urn,
          (await read(reader, subject)).map((problem) => ({ check, urn, ...problem })),
        );
      } catch (error) {
        return [unreadable(check, urn, readErrorOf(error))];
      }
    }),
  );
  return results.flat();
}

function passing(check: CheckId, urn: string, results: readonly CheckResult[]): readonly CheckResult[] {
  return results.length > 0 ? results : [{ check, urn, result: "pass", message: "" }];
}

export function unreadable(check: CheckId, urn: string, error: ReadError): CheckResult {
  return { check, urn, result: "undecided", message: `cannot be read: ${error.message}`, unread: error };
}
