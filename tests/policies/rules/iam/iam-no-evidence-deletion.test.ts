import { EVIDENCE_TAMPERING } from "../../../../facts/iam/evidence-tampering";
import { iamNoEvidenceDeletion } from "../../../../policies/rules/iam/iam-no-evidence-deletion";
import { beside, describeForbiddenPermissions, givenTo, grants, worker } from "./forbidden-permissions";

const TRAIL_BUCKET = "arn:aws:s3:::baseline-trail-bucket-111122223333-eu-central-1";

const bucketsOf = (letters: string): string[] => Array.from(letters, (letter) => `arn:aws:s3:::${letter}*`);

describeForbiddenPermissions(iamNoEvidenceDeletion, {
  action: "s3:DeleteObjectVersion",
  all: Object.values(EVIDENCE_TAMPERING.objects).flat(),
  fails: [
    givenTo(
      "the objects of the bucket of the trail",
      ["s3:DeleteObject"],
      "leave it to break-glass principals",
      grants("s3:DeleteObject", { Resource: "arn:aws:s3:::baseline-trail-bucket-111122223333-eu-central-1/AWSLogs/*" }),
    ),
    givenTo(
      "every bucket whose name begins as the consoles name those of trails",
      ["s3:DeleteObject"],
      "leave it to break-glass principals",
      grants("s3:DeleteObject", { Resource: "arn:aws:s3:::aws-cloudtrail-*/*" }),
    ),
    givenTo(
      "every bucket, by one pattern for each letter and digit",
      ["s3:DeleteObject"],
      "leave it to break-glass principals",
      grants("s3:DeleteObject", {
        Resource: Array.from("abcdefghijklmnopqrstuvwxyz0123456789", (letter) => `arn:aws:s3:::${letter}*`),
      }),
    ),
    givenTo(
      "a bucket of the trail, by a wildcard over the segments of its ARN",
      ["s3:DeleteObject"],
      "leave it to break-glass principals",
      grants("s3:DeleteObject", { Resource: "arn:aws:s3*baseline-trail-bucket-111122223333-eu-central-1/*" }),
    ),
    givenTo(
      "the bucket of the trail, but for a part of it that is refused",
      ["s3:DeleteObject"],
      "leave it to break-glass principals",
      grants("s3:DeleteObject", { Resource: `${TRAIL_BUCKET}/*` }),
      { Effect: "Deny", Action: "s3:*", Resource: `${TRAIL_BUCKET}/AWSLogs/*` },
    ),
    givenTo(
      "a bucket whose name a policy variable makes",
      ["s3:DeleteObject"],
      "leave it to break-glass principals",
      grants("s3:DeleteObject", { Resource: "arn:aws:s3:::${aws:PrincipalTag/bucket}/*" }),
    ),
  ],
  mayReach: [
    {
      title: "buckets by the end of their names",
      statement: grants("s3:DeleteObject", { Resource: "arn:aws:s3:::*-logs/*" }),
      given: "s3:DeleteObject",
    },
  ],
  passes: [
    {
      title: "a part of the bucket of the trail, which is refused by a wider pattern",
      change: beside(
        worker(grants("s3:DeleteObject", { Resource: `${TRAIL_BUCKET}/AWSLogs/*` }), {
          Effect: "Deny",
          Action: "s3:*",
          Resource: `${TRAIL_BUCKET}/AWS*`,
        }),
      ),
    },
    {
      title: "buckets of half of the letters, and the other half for another action",
      change: beside(
        worker(
          grants("s3:DeleteObject", { Resource: bucketsOf("defghijklm") }),
          grants("s3:GetObject", { Resource: bucketsOf("nopqrstuvwxyzabc") }),
        ),
      ),
    },
    {
      title: "an application's own bucket",
      change: beside(
        worker(
          grants("s3:*", { Resource: ["arn:aws:s3:::assets-111122223333", "arn:aws:s3:::assets-111122223333/*"] }),
        ),
      ),
    },
    {
      title: "the objects' action on the ARN of a bucket, where it allows nothing",
      change: beside(
        worker(grants("s3:DeleteObject", { Resource: "arn:aws:s3:::baseline-trail-bucket-111122223333-eu-central-1" })),
      ),
    },
    {
      title: "every bucket, with a refusal on those that hold evidence and on all others",
      change: beside(
        worker(grants("s3:DeleteObject"), {
          Effect: "Deny",
          Action: "s3:Delete*",
          NotResource: "arn:aws:s3:::assets-111122223333/*",
        }),
      ),
    },
  ],
});
