import { LogGroup } from "@pulumi/aws/cloudwatch";
import { Key } from "@pulumi/aws/kms";

for (const region of ["us-east-1", "us-gov-west-1", "cn-north-1"]) {
  const key = new Key(`key-${region}`, { region, enableKeyRotation: region !== "cn-north-1" });
  new LogGroup(`logs-${region}`, { region, retentionInDays: 365, kmsKeyId: key.arn });
}
new Key("key-here", { enableKeyRotation: true });
