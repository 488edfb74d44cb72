/** What a run can publish. */
export const PUBLICATIONS = ["metric", "finding"] as const;

export type Publication = (typeof PUBLICATIONS)[number];
