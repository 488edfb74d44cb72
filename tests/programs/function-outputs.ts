import * as aws from "@pulumi/aws";

const me = aws.getCallerIdentityOutput();
const image = aws.ec2.getAmiOutput({ mostRecent: true, owners: ["amazon"] });
const foreignKey = aws.kms.getKeyOutput({ keyId: "alias/shared" });
new aws.ec2.Instance("server", { ami: image.id, instanceType: "t3.micro", tags: { owner: me.accountId } });
new aws.cloudwatch.LogGroup("logs", { retentionInDays: 365, kmsKeyId: foreignKey.arn });
