import * as pulumi from "@pulumi/pulumi";
import { LogGroup } from "@pulumi/aws/cloudwatch";

const never = new pulumi.ResourceHook("never", async () => {
  throw new Error("a preview creates nothing");
});
new LogGroup(
  "logs",
  { retentionInDays: 14 },
  {
    hooks: {
      beforeCreate: [never],
      afterCreate: [
        () => {
          throw new Error("a preview creates nothing");
        },
      ],
    },
  },
);
