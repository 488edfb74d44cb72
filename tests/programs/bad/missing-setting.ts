//@ Pulumi.dev.yaml: null
import * as pulumi from "@pulumi/pulumi";

export const url = new pulumi.Config().require("url");
