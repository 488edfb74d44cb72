/** How much is asked of what holds no evidence: of an ordinary bucket, key, log group or topic. Pure data. */
import { oneOf } from "./settings";

export const PRESETS = ["workload", "account", "strict"] as const;
export type Preset = (typeof PRESETS)[number];

/**
 * How a rule on hardening concerns what holds no evidence: as `good-practice`, which every program is advised of, or as a demand of
 * `evidence` only, which says nothing of an application's own data.
 */
export type Elsewhere = "good-practice" | "evidence";

/** What a failure is where no evidence is held. */
export type Weight = "fails" | "advised" | "not-asked";

export const WEIGHTS: Readonly<Record<Preset, Readonly<Record<Elsewhere, Weight>>>> = {
  workload: { "good-practice": "advised", evidence: "not-asked" },
  account: { "good-practice": "advised", evidence: "advised" },
  strict: { "good-practice": "fails", evidence: "fails" },
};

/** The setting of every rule on hardening. */
export const PRESET_SETTING = {
  preset: oneOf(["auto", ...PRESETS], {
    default: "auto",
    description:
      "What is asked of resources that hold no evidence: workload advises of good practice only, account of everything, strict " +
      "refuses them like those with evidence. auto is account in a stack with an AccountBaseline, and workload elsewhere.",
  }),
} as const;
