/** How much of a model invocation Bedrock can be told to deliver. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html",
    readOn: "2026-11-21",
  },
];

/** How much of a model invocation is kept, from nothing to everything. */
export const CONTENT_MODES = ["off", "metadata-only", "sampled", "redacted", "full"] as const;

/** One of {@link CONTENT_MODES}. */
export type ContentMode = (typeof CONTENT_MODES)[number];

/** The modes that keep something. */
export const LOGGED_CONTENT_MODES = [
  "metadata-only",
  "sampled",
  "redacted",
  "full",
] as const satisfies readonly ContentMode[];

/** One of {@link LOGGED_CONTENT_MODES}. */
export type LoggedContentMode = (typeof LOGGED_CONTENT_MODES)[number];

/** Kinds of bodies that have a delivery flag of their own. A flag that is left out is on. The provider has none for audio. */
export const MODALITIES = ["text", "image", "embedding", "video"] as const;

/** One of {@link MODALITIES}. */
export type Modality = (typeof MODALITIES)[number];

/** The bodies that each mode has Bedrock deliver. Mode sampled keeps a share of them: which, nobody knows before they are delivered. */
export const DELIVERED_MODALITIES: Readonly<Record<LoggedContentMode, readonly Modality[]>> = {
  "metadata-only": [],
  sampled: MODALITIES,
  redacted: ["text"],
  full: MODALITIES,
};

/** Whether a mode has Bedrock deliver audio: with everything else. */
export function deliversAudio(mode: ContentMode): boolean {
  return mode !== "off" && DELIVERED_MODALITIES[mode].length === MODALITIES.length;
}

/** The name of a modality's flag in `loggingConfig`. */
export function deliveryFlag<M extends Modality>(modality: M): `${M}DataDeliveryEnabled` {
  return `${modality}DataDeliveryEnabled`;
}
