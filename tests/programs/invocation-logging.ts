//@ Pulumi.dev.yaml: { config: { aws:region: eu-central-1, aws:allowedAccountIds: ["111122223333"], invocation-logging:name: calls } }
//@ Pulumi.renamed.yaml: { config: { aws:region: eu-central-1, aws:allowedAccountIds: ["111122223333"], invocation-logging:name: renamed } }
/** An InvocationLogging with a bucket for large bodies, named by the stack's settings. */
import * as pulumi from "@pulumi/pulumi";
import { InvocationLogging } from "../../../components/index";

new InvocationLogging(new pulumi.Config().require("name"), { content: "full", region: "eu-central-1" });
