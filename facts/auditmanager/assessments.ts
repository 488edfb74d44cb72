/** AWS Audit Manager: to whom it is still open, and the forms of what it is told. */
import type { Source } from "../source";

const GUIDE = "https://docs.aws.amazon.com/audit-manager/latest/userguide";
const API = "https://docs.aws.amazon.com/audit-manager/latest/APIReference";

export const SOURCES: readonly Source[] = [
  {
    page: `${GUIDE}/audit-manager-availability-change.html`,
    readOn: "2026-11-27",
    secondary: "the day and what existing customers can do no more, from notes on the page",
  },
  { page: `${GUIDE}/aws-generative-ai-best-practices.html`, readOn: "2026-11-27" },
  { page: `${API}/API_CreateAssessment.html`, readOn: "2026-11-27", secondary: "the forms, as AWS's SDKs have them" },
  { page: `${API}/API_GetAccountStatus.html`, readOn: "2026-11-27", secondary: "as the page before" },
];

/** The last day on which an account could be set up: since, an account that was not is refused, and so is another region of one that was. */
export const CLOSED_TO_NEW_CUSTOMERS = "2026-04-30";

/** The id of a framework. */
export const FRAMEWORK_ID = /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/;

/** The status of an account in a region where it is set up. */
export const SET_UP = "ACTIVE";
