import { protectedRule } from "../../families/protected";
import { MACIE } from "../../resources";

export const macieSessionProtected = protectedRule(MACIE, {
  id: "macie-session-protected",
  title: "Macie is protected against being disabled",
  severity: "medium",
  rationale: "Disabling Macie deletes its findings, its jobs and the settings by which their results are kept.",
  references: ["https://docs.aws.amazon.com/macie/latest/APIReference/macie.html"],
});
