import * as aws from "@pulumi/aws";

const bucket = aws.s3.Bucket.get("bucket", "acme-shared");
const key = aws.kms.Key.get("key", "1234abcd-12ab-34cd-56ef-1234567890ab");
const role = aws.iam.Role.get("role", "deployer");
const topic = aws.sns.Topic.get("topic", "arn:aws:sns:eu-central-1:210987654321:alerts");
const group = aws.cloudwatch.LogGroup.get("group", "/acme/shared", { region: "eu-west-1" });
const vpc = aws.ec2.Vpc.get("vpc", "vpc-0123");
new aws.cloudwatch.LogGroup("logs", {
  retentionInDays: group.retentionInDays.apply((days) => days ?? 0),
  kmsKeyId: key.arn,
  tags: {
    bucket: bucket.arn,
    role: role.arn,
    roleId: role.uniqueId,
    topic: topic.arn,
    topicName: topic.name,
    group: group.arn,
    vpc: vpc.arn,
    cidr: vpc.cidrBlock,
  },
});
