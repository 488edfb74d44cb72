/** What runbooks are put to: events as AWS writes them, of which each that is left differs in one thing from what is found. */
import type { EvidenceTableName } from "../../../facts/athena/evidence-tables";
import type { Given } from "../../../runbooks/parameters";
import { requestMetadata } from "../../../telemetry/records";
import type { Row } from "../../support/athena/athena";
import { ACCOUNT, type Sample } from "../evidence-samples";

export { ACCOUNT } from "../evidence-samples";

export interface Case {
  readonly table: EvidenceTableName;
  readonly finds: readonly Sample[];
  /** Each differs in one thing from what is found. */
  readonly leaves: readonly Sample[];
  /** What lies in no partition of the tables: a region that they do not name. Only Athena leaves it. */
  readonly elsewhere?: readonly Sample[];
  /** What of other tables there is besides. */
  readonly beside?: Readonly<Partial<Record<EvidenceTableName, readonly Sample[]>>>;
  readonly given?: Partial<Given>;
  /** @default a row for each sample that is found, known by its id */
  readonly rows?: readonly Row[];
}

export type Cases<Runbooks> = Readonly<Record<keyof Runbooks, Case>>;

export const APPROVED = "anthropic.claude-sonnet-4";

export const ANN = { type: "AssumedRole", arn: `arn:aws:sts::${ACCOUNT}:assumed-role/dev/ann`, accountId: ACCOUNT };

export function call(
  service: string,
  eventName: string,
  more: Readonly<Record<string, unknown>> = {},
): Sample["record"] {
  return {
    userIdentity: ANN,
    eventSource: `${service}.amazonaws.com`,
    eventName,
    recipientAccountId: ACCOUNT,
    readOnly: false,
    eventType: "AwsApiCall",
    ...more,
  };
}

export const model = (modelId: string): Sample["record"] => ({ requestParameters: { modelId } });

export const asked = (requestParameters: object): Sample["record"] => ({ requestParameters });

export const request = (username: string, verb: string, objectRef: object, more: object = {}): Sample["record"] => ({
  user: { username, groups: ["system:authenticated"] },
  verb,
  objectRef,
  responseStatus: { code: 200 },
  requestURI: "/api/v1/namespaces/prod",
  ...more,
});

export const invocation = (more: object = {}): Sample["record"] => ({
  identity: { arn: ANN.arn },
  operation: "Converse",
  modelId: APPROVED,
  input: { inputTokenCount: 10, inputBodyJson: { messages: [] } },
  output: { outputTokenCount: 3, outputBodyJson: { stopReason: "end_turn" } },
  ...more,
});

export const SIGN_IN = {
  userIdentity: { type: "IAMUser", arn: `arn:aws:iam::${ACCOUNT}:user/ann` },
  responseElements: { ConsoleLogin: "Success" },
  additionalEventData: { MFAUsed: "No" },
};

/** What a guardrail says of a text by one of its policies. */
export const assessed = (policy: string): object => ({
  [policy]: { piiEntities: [{ type: "EMAIL", action: "ANONYMIZED" }] },
});

export const CORRELATED = requestMetadata({
  service: "claims-assistant",
  conversationId: "conversation-1",
  traceId: "0af7651916cd43dd8448eb211c80319c",
  spanId: "b7ad6b7169203331",
});

/** The same sample several times: as many records, with ids of their own. */
export const times = (count: number, sample: Sample): readonly Sample[] => Array.from({ length: count }, () => sample);
