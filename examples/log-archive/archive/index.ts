/** The archive account: buckets and keys to which the trails and the AWS Config of other accounts deliver. */
import * as pulumi from "@pulumi/pulumi";
import { LogArchive, type SourceAccount } from "../../../components";

const config = new pulumi.Config();
const archive = new LogArchive("log-archive", {
  accounts: config.requireObject<SourceAccount[]>("sources"),
  readers: config.requireObject<string[]>("readers"),
  breakGlassPrincipals: config.requireObject<string[]>("breakGlassPrincipals"),
});

/** What each source account is told: the settings of the same names of its stack. */
export const trailBucket = archive.trailBucket.bucketName;
export const trailKey = archive.trailKey.keyArn;
export const configBucket = archive.configBucket.bucketName;
export const configKey = archive.configKey.keyArn;
