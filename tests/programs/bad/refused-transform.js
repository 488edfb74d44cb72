//@ Pulumi.dev.yaml: null
const { LogGroup } = require("@pulumi/aws/cloudwatch");
new LogGroup(
  "logs",
  {},
  {
    transforms: [
      () => {
        throw new Error("this transform refuses");
      },
    ],
  },
);
