import * as pulumi from "@pulumi/pulumi";
import { LogGroup } from "@pulumi/aws/cloudwatch";
import { Key } from "@pulumi/aws/kms";

// Every log group of the stack is kept for a year.
pulumi.runtime.registerResourceTransform(({ type, props, opts }) =>
  type === "aws:cloudwatch/logGroup:LogGroup" ? { props: { ...props, retentionInDays: 365 }, opts } : undefined,
);

class Team extends pulumi.ComponentResource {
  constructor(name: string) {
    super(
      "acme:index:Team",
      name,
      {},
      {
        transforms: [
          async ({ type, props, opts }) =>
            type === "aws:kms/key:Key"
              ? { props: { ...props, enableKeyRotation: true }, opts: { ...opts, protect: true } }
              : undefined,
        ],
      },
    );
    const key = new Key(`${name}-key`, {}, { parent: this });
    new LogGroup(`${name}-logs`, { kmsKeyId: key.arn }, { parent: this });
  }
}

const other = new Key("untouched", {});
new Team("red");
new LogGroup(
  "own",
  { retentionInDays: 1 },
  {
    transforms: [
      ({ props, opts }) => ({
        props: { ...props, name: "renamed", kmsKeyId: other.arn },
        opts: pulumi.mergeOptions(opts, { dependsOn: [other] }),
      }),
    ],
  },
);
new LogGroup(
  "older-form",
  {},
  { transformations: [({ props, opts }) => ({ props: { ...props, name: "older" }, opts })] },
);
