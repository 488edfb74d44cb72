import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/athena/latest/APIReference/API_WorkGroupConfiguration.html",
    readOn: "2026-11-26",
  },
  { page: "https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html", readOn: "2026-11-26" },
];

/** The least that a workgroup can limit a query to, in bytes. */
export const LEAST_SCAN_LIMIT = 10_000_000;

/** Bytes of a gigabyte, as the limit of a workgroup counts them here. */
export const BYTES_PER_GIGABYTE = 1_000_000_000;
