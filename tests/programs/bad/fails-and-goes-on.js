//@ Pulumi.dev.yaml: null
const pulumi = require("@pulumi/pulumi");

require("node:http").createServer().listen(0);
pulumi.log.error("failed, and still serving");
