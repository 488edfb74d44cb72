/** What an application has to say of a conversation beside its calls, and what of it is refused. */
import { SIGNALS } from "../facts/telemetry/signals";
import { type CallContext, TelemetryError, checkContext, checkGiven, checkText } from "./model-call";

/** What happened: no text of the conversation is part of it, which stays in the invocation log, under its protection. */
export type SignalDetails =
  | {
      readonly kind: "escalation";
      /** A short code, such as `refund_over_limit`. */
      readonly reason: string;
    }
  | {
      readonly kind: "low_quality_feedback" | "high_risk_output";
      /** What was evaluated, such as `user_feedback` or `output_risk`. */
      readonly evaluation: string;
      /** What came of it, such as `thumbs_down`, or the category of risk. */
      readonly label: string;
    }
  | {
      readonly kind: "unexpected_action";
      /** The tool or action that the agent tried to use. */
      readonly action: string;
    };

/** Something that is worth counting, in the conversation and the trace in which it happened. */
export interface Signal extends CallContext {
  readonly details: SignalDetails;
  /** AWS's id of the request whose answer it is about. @default - it is about no single call */
  readonly requestId?: string;
}

/** @throws {TelemetryError} */
export function checkSignal(signal: Signal): void {
  checkContext(signal);
  const { kind, ...texts } = signal.details;
  if (!Object.hasOwn(SIGNALS, kind)) {
    throw new TelemetryError("details.kind", kind, Object.keys(SIGNALS).join(", "), "Others are not counted.");
  }
  Object.entries(texts).forEach(([field, value]) => checkText(`details.${field}`, value));
  checkGiven("requestId", signal.requestId);
}
