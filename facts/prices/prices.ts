/** Every list price that is known here, by its id. */
import type { Source } from "../source";
import { ACCESS_ANALYZER_PRICES, SOURCES as ACCESS_ANALYZER } from "./access-analyzer";
import { ATHENA_PRICES, SOURCES as ATHENA } from "./athena";
import { BEDROCK_PRICES, SOURCES as BEDROCK } from "./bedrock";
import { CLOUDTRAIL_PRICES, SOURCES as CLOUDTRAIL } from "./cloudtrail";
import { CLOUDWATCH_PRICES, SOURCES as CLOUDWATCH } from "./cloudwatch";
import { CONFIG_PRICES, SOURCES as CONFIG } from "./config";
import { EVENTBRIDGE_PRICES, SOURCES as EVENTBRIDGE } from "./eventbridge";
import { FIREHOSE_PRICES, SOURCES as FIREHOSE } from "./firehose";
import { GUARDDUTY_PRICES, SOURCES as GUARDDUTY } from "./guardduty";
import { INSPECTOR_PRICES, SOURCES as INSPECTOR } from "./inspector";
import { KMS_PRICES, SOURCES as KMS } from "./kms";
import { MACIE_PRICES, SOURCES as MACIE } from "./macie";
import { LAMBDA_PRICES, SOURCES as LAMBDA } from "./lambda";
import { AUDIT_MANAGER_PRICES, SOURCES as AUDIT_MANAGER } from "./audit-manager";
import { BACKUP_PRICES, SOURCES as BACKUP } from "./backup";
import type { Price } from "./price";
import { S3_PRICES, SOURCES as S3 } from "./s3";
import { SECURITY_HUB_PRICES, SOURCES as SECURITY_HUB } from "./security-hub";
import { SNS_PRICES, SOURCES as SNS } from "./sns";
import { SOURCES as SYSTEMS_MANAGER, SYSTEMS_MANAGER_PRICES } from "./systems-manager";

export const SOURCES: readonly Source[] = [
  ...ACCESS_ANALYZER,
  ...ATHENA,
  ...BEDROCK,
  ...CLOUDTRAIL,
  ...CLOUDWATCH,
  ...CONFIG,
  ...AUDIT_MANAGER,
  ...BACKUP,
  ...EVENTBRIDGE,
  ...FIREHOSE,
  ...GUARDDUTY,
  ...INSPECTOR,
  ...KMS,
  ...MACIE,
  ...LAMBDA,
  ...S3,
  ...SECURITY_HUB,
  ...SNS,
  ...SYSTEMS_MANAGER,
];

const TABLES = {
  ...ACCESS_ANALYZER_PRICES,
  ...ATHENA_PRICES,
  ...BEDROCK_PRICES,
  ...CLOUDTRAIL_PRICES,
  ...CLOUDWATCH_PRICES,
  ...CONFIG_PRICES,
  ...AUDIT_MANAGER_PRICES,
  ...BACKUP_PRICES,
  ...EVENTBRIDGE_PRICES,
  ...FIREHOSE_PRICES,
  ...GUARDDUTY_PRICES,
  ...INSPECTOR_PRICES,
  ...KMS_PRICES,
  ...MACIE_PRICES,
  ...LAMBDA_PRICES,
  ...S3_PRICES,
  ...SECURITY_HUB_PRICES,
  ...SNS_PRICES,
  ...SYSTEMS_MANAGER_PRICES,
};

/** The id of a price: `SERVICE.WHAT`. */
export type PriceId = keyof typeof TABLES;

export const PRICES: Readonly<Record<PriceId, Price>> = TABLES;
