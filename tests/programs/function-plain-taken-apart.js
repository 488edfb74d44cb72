const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

module.exports = async () => {
  const zones = await aws.getAvailabilityZones({ state: "available" });
  zones.names.slice(0, 2).forEach((zone, index) => {
    new aws.ec2.Subnet(`subnet-${index}`, { vpcId: "vpc-1", cidrBlock: `10.0.${index}.0/24`, availabilityZone: zone });
  });
  const [first, second] = zones.zoneIds;
  new aws.ec2.Subnet("taken-out", {
    vpcId: "vpc-1",
    cidrBlock: "10.0.8.0/24",
    availabilityZoneId: second,
    tags: { first },
  });

  const vpc = await aws.ec2.getVpc({ default: true });
  for (const { cidrBlock } of vpc.cidrBlockAssociations) {
    new aws.ec2.Subnet(`of-${cidrBlock}`, { vpcId: vpc.id, cidrBlock });
  }
  const key = await aws.kms.getKey({ keyId: "alias/shared" });
  const parts = key.arn.split(":");
  new aws.s3.Bucket(key.keyId, { bucket: `logs-${parts[5].toUpperCase()}` });
  new aws.sns.Topic(`of-${key.keyId}`);
  new aws.cloudwatch.LogGroup("kept", {
    kmsKeyId: key.arn,
    retentionInDays: key.multiRegionConfigurations[0].days * 2,
  });
  const secret = await aws.secretsmanager.getSecretVersion({ secretId: "shared" });
  const { retention, ...others } = JSON.parse(secret.secretString);
  new aws.cloudwatch.LogGroup("by-secret", {
    kmsKeyId: key.arn,
    retentionInDays: retention,
    tags: { [key.keyId]: "x" },
  });

  const written = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:*", Resource: key.arn }] };
  new aws.iam.Policy("written", { policy: JSON.stringify(written) });
  const narrow = { ...written.Statement[0], Action: "kms:Decrypt" };
  new aws.iam.Policy("narrow", { policy: JSON.stringify({ ...written, Statement: [narrow] }) });
  const anything = { ...written.Statement[0], Action: key.description };
  new aws.iam.Policy("of-anything", { policy: JSON.stringify({ ...written, Statement: [anything] }) });
  const everything = { Effect: "Allow", Action: "*", Resource: "*" };
  new aws.iam.Policy("mixed", { policy: JSON.stringify({ ...written, Statement: [anything, everything] }) });
  new aws.iam.Policy("whole", { policy: secret.secretString });
  const computed = await aws.iam.getPolicyDocument({ statements: [{ actions: ["kms:*"], resources: [key.arn, "a"] }] });
  new aws.iam.Policy("computed", { policy: computed.json });
  const output = aws.iam.getPolicyDocumentOutput({ statements: [{ actions: ["kms:*"], resources: [key.arn] }] });
  new aws.iam.Policy("computed-output", { policy: output.json });
  const alone = await aws.iam.getPolicyDocument({ statements: [{ actions: ["*"], resources: ["*"] }] });
  new aws.iam.Policy("known", { policy: alone.json });
  pulumi.log.warn(`in ${first}`);
  return { zone: zones.names[0], text: `in ${first}`, encoded: Buffer.from(`x ${first} y`).toString("base64"), others };
};
