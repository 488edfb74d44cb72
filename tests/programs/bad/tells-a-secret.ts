//@ Pulumi.yaml: { config: { password: { type: string, secret: true, default: hunter2-hunter2 } } }
//@ Pulumi.dev.yaml: null
import * as pulumi from "@pulumi/pulumi";

const password = new pulumi.Config().require("password");
throw new Error(`cannot log in with ${password}`);
