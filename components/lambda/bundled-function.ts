/** How every function of this project runs: from one bundled text, as a role that Lambda alone assumes. */
import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { policyJson, trustService } from "../documents/iam";

/** The part of a function's arguments that its bundle decides. */
export type BundledArgs = Required<Pick<aws.lambda.FunctionArgs, "runtime" | "architectures" | "handler" | "code">>;

/** @param bundle the text that `functions/bundles/` has of the function */
export function bundledFunction(bundle: string): BundledArgs {
  return {
    runtime: "nodejs22.x",
    architectures: ["arm64"],
    handler: "index.handler",
    code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset(bundle) }),
  };
}

/** The trust policy of a function's role. Lambda does not say for which function it assumes a role. */
export function functionTrust(): string {
  return policyJson([trustService("LambdaAssumesRole", "lambda.amazonaws.com", "unsupported")]);
}
