import { trailLogFileValidation } from "./trail-log-file-validation";

export const cloudtrailRules = [trailLogFileValidation] as const;
