"use strict";
const pulumi = require("@pulumi/pulumi");
const { Parameter } = require("@pulumi/aws/ssm");

const token = "correct-horse-battery-staple";
const parameter = new Parameter("token", { type: "SecureString", value: pulumi.secret(token) });
parameter.urn.apply(() => {
  throw new Error(`cannot log in with ${token}`);
});
