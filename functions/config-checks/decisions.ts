/** What the periodic checks decide, on plain data. */

/** What AWS Config is told of the account. */
export interface Verdict {
  readonly compliance: "COMPLIANT" | "NON_COMPLIANT" | "NOT_APPLICABLE";
  /** Why. AWS Config takes 256 characters. */
  readonly annotation: string;
}

/** Model invocation logging as it was declared, in the parameters of a rule. */
export interface DeclaredLogging {
  /** The log group that is delivered to. @default - any, or none */
  readonly logGroupName?: string;
  /** The bucket that is delivered to. @default - any, or none */
  readonly bucketName?: string;
  /** What is delivered: of text, image, embedding, video and audio. Of what is in neither list, nothing is asked. */
  readonly delivered: readonly string[];
  readonly notDelivered: readonly string[];
}

/** Model invocation logging as Bedrock tells it; a flag that is left out is on. */
export interface ActualLogging {
  readonly cloudWatchConfig?: { readonly logGroupName?: string | undefined } | undefined;
  readonly s3Config?: { readonly bucketName?: string | undefined } | undefined;
  readonly textDataDeliveryEnabled?: boolean | undefined;
  readonly imageDataDeliveryEnabled?: boolean | undefined;
  readonly embeddingDataDeliveryEnabled?: boolean | undefined;
  readonly videoDataDeliveryEnabled?: boolean | undefined;
  readonly audioDataDeliveryEnabled?: boolean | undefined;
}

/** Which log groups are looked at, and for how many days they may keep their events, both included. */
export interface DeclaredRetention {
  readonly prefixes: readonly string[];
  readonly minimumDays: number;
  readonly maximumDays: number;
}

export interface LogGroup {
  readonly name: string;
  /** Absent where events are kept for ever. */
  readonly days?: number | undefined;
}

/** The longest annotation that AWS Config takes, in characters. */
const LONGEST_ANNOTATION = 256;

/** Whether invocations are logged as declared, audio included, which AWS's provider for Terraform and Pulumi cannot set. */
export function judgeInvocationLogging(declared: DeclaredLogging, actual: ActualLogging | undefined): Verdict {
  if (actual === undefined) {
    return nonCompliant("Model invocations are not logged");
  }
  const problems = [
    ...elsewhere("log group", declared.logGroupName, actual.cloudWatchConfig?.logGroupName),
    ...elsewhere("bucket", declared.bucketName, actual.s3Config?.bucketName),
    ...declared.delivered.filter((kind) => !isDelivered(actual, kind)).map((kind) => `${kind} is not delivered`),
    ...declared.notDelivered.filter((kind) => isDelivered(actual, kind)).map((kind) => `${kind} is delivered`),
  ];
  return problems.length > 0
    ? nonCompliant(problems.join("; "))
    : { compliance: "COMPLIANT", annotation: "Model invocations are logged as declared" };
}

function elsewhere(what: string, declared: string | undefined, actual: string | undefined): readonly string[] {
  return declared === undefined || declared === actual ? [] : [`${what} is ${actual ?? "none"} instead of ${declared}`];
}

function isDelivered(actual: ActualLogging, kind: string): boolean {
  const flags: Readonly<Record<string, boolean | undefined>> = {
    text: actual.textDataDeliveryEnabled,
    image: actual.imageDataDeliveryEnabled,
    embedding: actual.embeddingDataDeliveryEnabled,
    video: actual.videoDataDeliveryEnabled,
    audio: actual.audioDataDeliveryEnabled,
  };
  return flags[kind] ?? true;
}

/** Whether every log group keeps its events long enough, and not for ever: AWS's own rule takes that for compliant. */
export function judgeLogRetention(declared: DeclaredRetention, groups: readonly LogGroup[]): Verdict {
  const { prefixes, minimumDays, maximumDays } = declared;
  const judged = groups.filter(({ name }) => prefixes.some((prefix) => name.startsWith(prefix)));
  const problems = judged
    .filter(({ days }) => days === undefined || days < minimumDays || days > maximumDays)
    .map(({ name, days }) => `${name} ${days === undefined ? "for ever" : `${days} days`}`);
  if (problems.length > 0) {
    return nonCompliant(
      `${problems.length} of ${judged.length} log groups are not kept ${minimumDays} to ${maximumDays} days: ${problems.join(", ")}`,
    );
  }
  return judged.length === 0
    ? { compliance: "NOT_APPLICABLE", annotation: cut(`No log group begins with ${prefixes.join(", ")}`) }
    : {
        compliance: "COMPLIANT",
        annotation: `All ${judged.length} log groups are kept ${minimumDays} to ${maximumDays} days`,
      };
}

function nonCompliant(annotation: string): Verdict {
  return { compliance: "NON_COMPLIANT", annotation: cut(annotation) };
}

function cut(text: string): string {
  return text.length <= LONGEST_ANNOTATION ? text : `${text.slice(0, LONGEST_ANNOTATION - 3)}...`;
}
