import * as pulumi from "@pulumi/pulumi";

/** As the packages of multi-language components register theirs. */
class Remote extends pulumi.ComponentResource {
  constructor(type: string, name: string, args: pulumi.Inputs) {
    super(type, name, args, {}, true);
  }
}

new Remote("awsx:cloudtrail:Trail", "short", {
  cloudWatchLogsGroup: { enable: true, args: { name: "short", retentionInDays: 7 } },
  isMultiRegionTrail: true,
});
new Remote("awsx:cloudtrail:Trail", "brought", {
  s3Bucket: { existing: { arn: "arn:aws:s3:::central-logs" } },
  cloudWatchLogsGroup: { enable: true, existing: { arn: "arn:aws:logs:eu-central-1:111122223333:log-group:central" } },
});
new Remote("awsx:cloudtrail:Trail", "plain", {});
new Remote("eks:index:Cluster", "models", {
  name: "models",
  enabledClusterLogTypes: ["audit"],
  endpointPublicAccess: false,
});
new Remote("acme:index:Unknown", "unknown", {});
