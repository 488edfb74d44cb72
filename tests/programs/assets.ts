import * as pulumi from "@pulumi/pulumi";
import { Function } from "@pulumi/aws/lambda";
import { BucketObject } from "@pulumi/aws/s3";

new Function("from-folder", {
  role: "arn:aws:iam::210987654321:role/r",
  runtime: "nodejs22.x",
  handler: "a.b",
  code: new pulumi.asset.FileArchive("./code"),
});
new Function("from-assets", {
  role: "arn:aws:iam::210987654321:role/r",
  code: new pulumi.asset.AssetArchive({
    "a.js": new pulumi.asset.StringAsset("exports.b = 1"),
    deep: new pulumi.asset.FileArchive("./code"),
  }),
});
new BucketObject("text", { bucket: "b", source: new pulumi.asset.StringAsset("text") });
new BucketObject("file", { bucket: "b", source: new pulumi.asset.FileAsset("./code/a.js") });
new BucketObject("remote", { bucket: "b", source: new pulumi.asset.RemoteAsset("https://example.com/never-fetched") });

//@ file code/a.js
exports.b = 1;
