import { kmsKeyPolicyServiceGrantsBound } from "../../../../policies/rules/kms/kms-key-policy-service-grants-bound";
import type { WireMap } from "../../../../pulumi/stack-state";
import { type FailingCase, type ResourceCase, describeResourceRule } from "../../rule-harness";
import { allow, keyPolicy } from "./key-documents";

const CLOUDTRAIL = { Service: "cloudtrail.amazonaws.com" };

function unbound(
  title: string,
  statement: WireMap,
  services = "cloudtrail.amazonaws.com",
  label = "statement 2",
): FailingCase {
  const message = `allows ${services} without a condition in ${label}; add one that binds the source`;
  return { title, set: { policy: keyPolicy(statement) }, message };
}

const TRAIL = "arn:aws:cloudtrail:eu-central-1:111122223333:trail/a";
const TOPIC = "arn:aws:sns:eu-central-1:111122223333:alerts";
const EVENTBRIDGE = { Service: "events.amazonaws.com" };
/** What a service needs of a topic's key. */
const TOPIC_KEY = ["kms:Decrypt", "kms:GenerateDataKey*"];

function bound(title: string, Condition: WireMap): ResourceCase {
  return { title: `a service bound by ${title}`, set: { policy: keyPolicy(allow(CLOUDTRAIL, { Condition })) } };
}

describeResourceRule(kmsKeyPolicyServiceGrantsBound, {
  fails: [
    unbound("a service without a condition", allow(CLOUDTRAIL)),
    unbound(
      "a service by a statement with a name",
      allow(CLOUDTRAIL, { Sid: "Deputy" }),
      "cloudtrail.amazonaws.com",
      "statement 2 (Deputy)",
    ),
    unbound(
      "two services in one statement",
      allow({ Service: ["cloudtrail.amazonaws.com", "Config.amazonaws.com"] }),
      "cloudtrail.amazonaws.com, config.amazonaws.com",
    ),
    unbound(
      "a service with a condition on something else",
      allow(CLOUDTRAIL, { Condition: { Bool: { "aws:SecureTransport": "true" } } }),
    ),
    unbound(
      "a service for anybody's trails",
      allow(CLOUDTRAIL, { Condition: { ArnLike: { "aws:SourceArn": "arn:aws:cloudtrail:*:*:trail/*" } } }),
    ),
    unbound(
      "a service for whatever has the word in its ARN",
      allow(CLOUDTRAIL, { Condition: { ArnLike: { "aws:SourceArn": "*:cloudtrail:*" } } }),
    ),
    unbound(
      "a service for trails that an encryption context does not tell apart",
      allow(CLOUDTRAIL, { Condition: { StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": "*" } } }),
    ),
    unbound(
      "a service that must only send some encryption context",
      allow(CLOUDTRAIL, { Condition: { Null: { "kms:EncryptionContext:aws:cloudtrail:arn": "false" } } }),
    ),
    unbound(
      "a service in between, which acts for anybody",
      allow(CLOUDTRAIL, { Condition: { StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" } } }),
    ),
    unbound(
      "a service with a condition that a missing key meets, for what the service is known to send the key with",
      allow(CLOUDTRAIL, { Action: "kms:DescribeKey", Condition: { StringEqualsIfExists: { "aws:SourceArn": TRAIL } } }),
    ),
    unbound(
      "a publisher of which the key is not the one that it may send",
      allow(EVENTBRIDGE, {
        Action: TOPIC_KEY,
        Condition: { StringEqualsIfExists: { "aws:SourceAccount": "111122223333" } },
      }),
      "events.amazonaws.com",
    ),
    unbound(
      "a publisher for anybody's trails, where it sends them",
      allow(CLOUDTRAIL, {
        Action: TOPIC_KEY,
        Condition: { ArnLikeIfExists: { "aws:SourceArn": "arn:aws:cloudtrail:*:*:trail/*" } },
      }),
    ),
    {
      title: "a policy that cannot be read",
      set: { policy: "[]" },
      message: "cannot be read: it is not a JSON object; set it to a JSON policy document",
    },
  ],
  passes: [
    bound("its source", { StringEquals: { "aws:SourceArn": "arn:aws:cloudtrail:eu-central-1:111122223333:trail/a" } }),
    bound("its source's account", { StringEquals: { "aws:SourceAccount": "111122223333" } }),
    bound("its source's organization", { StringEquals: { "aws:SourceOrgID": "o-a1b2c3d4e5" } }),
    bound("the encryption context", {
      StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": "arn:aws:cloudtrail:*:111122223333:trail/*" },
    }),
    bound("the caller's account", { StringEquals: { "kms:CallerAccount": "111122223333" } }),
    {
      title: "CloudTrail on a topic's key, bound to the trail where it sends it",
      set: {
        policy: keyPolicy(
          allow(CLOUDTRAIL, { Action: TOPIC_KEY, Condition: { StringEqualsIfExists: { "aws:SourceArn": TRAIL } } }),
        ),
      },
    },
    {
      title: "EventBridge on a topic's key, bound to the topic where SNS sends it",
      set: {
        policy: keyPolicy(
          allow(EVENTBRIDGE, {
            Action: TOPIC_KEY,
            Condition: { StringEqualsIfExists: { "kms:EncryptionContext:aws:sns:topicArn": TOPIC } },
          }),
        ),
      },
    },
    { title: "a Deny for a service", set: { policy: keyPolicy(allow(CLOUDTRAIL, { Effect: "Deny" })) } },
    { title: "a key with the default policy", remove: ["policy"] },
  ],
});
