// Known to be bad, and never run: each line is a mistake that the lint rules of eslint.config.mjs must find.
import * as pulumi from "@pulumi/pulumi";

const output = pulumi.output("value");
const instance: pulumi.OutputInstance<string> = output;

export const ofOutput = `arn:aws:s3:::${output}`;
export const ofInstance = `arn:aws:s3:::${instance}`;
export const asAny = JSON.parse("{}") as any;
export const notNull = ["a"][0]!;
