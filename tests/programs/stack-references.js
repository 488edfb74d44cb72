const pulumi = require("@pulumi/pulumi");
const { LogGroup } = require("@pulumi/aws/cloudwatch");

const shared = new pulumi.StackReference("acme/shared/prod");
new LogGroup("by-get", { retentionInDays: 365, kmsKeyId: shared.getOutput("logKeyArn") });
new LogGroup("by-require", { retentionInDays: 365, kmsKeyId: shared.requireOutput("logKeyArn") });
new LogGroup("by-apply", {
  retentionInDays: shared.getOutput("retention").apply((retention) => retention.days),
  kmsKeyId: pulumi.interpolate`arn:aws:kms:eu-central-1:210987654321:key/${shared.getOutput("logKeyId")}`,
});
new LogGroup("without", { retentionInDays: 7 });
exports.seen = shared.outputs;
