import type { KnownRegion } from "../regions";
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  { page: "https://docs.aws.amazon.com/general/latest/gr/bedrock.html", readOn: "2026-11-25" },
];

/** The known regions for which AWS lists no endpoint of Amazon Bedrock. */
export const REGIONS_WITHOUT_BEDROCK: readonly KnownRegion[] = ["ap-east-1", "cn-north-1", "cn-northwest-1"];
