import { EVIDENCE_TAMPERING } from "../../../../facts/iam/evidence-tampering";
import { iamNoTrailTampering } from "../../../../policies/rules/iam/iam-no-trail-tampering";
import { beside, describeForbiddenPermissions, givenTo, grants, worker } from "./forbidden-permissions";

describeForbiddenPermissions(iamNoTrailTampering, {
  action: "cloudtrail:StopLogging",
  all: Object.values(EVIDENCE_TAMPERING.trails).flat(),
  fails: [
    givenTo(
      "one trail by its name",
      ["cloudtrail:StopLogging"],
      "leave it to break-glass principals",
      grants("cloudtrail:StopLogging", { Resource: "arn:aws:cloudtrail:eu-central-1:111122223333:trail/mine" }),
    ),
    givenTo(
      "every trail of a region, and a refusal in another region",
      ["cloudtrail:StopLogging"],
      "leave it to break-glass principals",
      grants("cloudtrail:StopLogging", { Resource: "arn:aws:cloudtrail:*:*:trail/*" }),
      { Effect: "Deny", Action: "cloudtrail:*", Resource: "arn:aws:cloudtrail:us-east-1:*:*" },
    ),
  ],
  passes: [
    {
      title: "one trail by its name, and a refusal on the same",
      change: beside(
        worker(
          grants("cloudtrail:StopLogging", { Resource: "arn:aws:cloudtrail:eu-central-1:111122223333:trail/mine" }),
          { Effect: "Deny", Action: "cloudtrail:Stop*", Resource: "arn:aws:cloudtrail:*:*:trail/mine" },
        ),
      ),
    },
  ],
});
