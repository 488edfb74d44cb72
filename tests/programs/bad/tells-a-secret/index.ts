import * as pulumi from "@pulumi/pulumi";

const password = new pulumi.Config().require("password");
throw new Error(`cannot log in with ${password}`);
