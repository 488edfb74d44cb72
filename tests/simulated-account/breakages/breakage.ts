/** What somebody could do to the account of the prod stack, how to undo it, and what verify has to say of it. */
import { AccessAnalyzer } from "@aws-sdk/client-accessanalyzer";
import { Account } from "@aws-sdk/client-account";
import { Bedrock } from "@aws-sdk/client-bedrock";
import { CloudTrail } from "@aws-sdk/client-cloudtrail";
import { CloudWatch } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogs } from "@aws-sdk/client-cloudwatch-logs";
import { ConfigService } from "@aws-sdk/client-config-service";
import { EC2 } from "@aws-sdk/client-ec2";
import { EventBridge } from "@aws-sdk/client-eventbridge";
import { GuardDuty } from "@aws-sdk/client-guardduty";
import { IAM } from "@aws-sdk/client-iam";
import { Inspector2 } from "@aws-sdk/client-inspector2";
import { KMS } from "@aws-sdk/client-kms";
import { Backup } from "@aws-sdk/client-backup";
import { Macie2 } from "@aws-sdk/client-macie2";
import { S3 } from "@aws-sdk/client-s3";
import { S3Control } from "@aws-sdk/client-s3-control";
import { SecurityHub } from "@aws-sdk/client-securityhub";
import { SNS } from "@aws-sdk/client-sns";
import { SQS } from "@aws-sdk/client-sqs";
import { SSM } from "@aws-sdk/client-ssm";
import type { CheckId } from "../../../account/checks";
import type { CataloguedControlId } from "../../../controls/catalogue";
import type { SimulatedAccount } from "../../support/simulated-account/simulated-account";

export interface Breakage {
  readonly what: string;
  readonly control: CataloguedControlId;
  /** @returns what undoes it. */
  readonly act: (aws: Clients) => Promise<() => Promise<unknown>>;
  /** Check, name of the resource in the program, property and message. */
  readonly says: readonly [CheckId, string, string, string | RegExp];
  /** Whether it changes more, of which the control's other findings speak. */
  readonly more?: boolean;
}

export const HOME = "eu-central-1";

export function clientsOf({ endpoint }: SimulatedAccount, region = HOME) {
  const settings = { endpoint, region, credentials: { accessKeyId: "test", secretAccessKey: "test" } };
  return {
    accessAnalyzer: new AccessAnalyzer(settings),
    account: new Account(settings),
    backup: new Backup(settings),
    bedrock: new Bedrock(settings),
    cloudtrail: new CloudTrail(settings),
    cloudwatch: new CloudWatch(settings),
    config: new ConfigService(settings),
    ec2: new EC2(settings),
    events: new EventBridge(settings),
    guardduty: new GuardDuty(settings),
    inspector: new Inspector2(settings),
    macie: new Macie2(settings),
    securityHub: new SecurityHub(settings),
    iam: new IAM(settings),
    kms: new KMS(settings),
    logs: new CloudWatchLogs(settings),
    s3: new S3({ ...settings, forcePathStyle: true }),
    // Control operations go to a host below the endpoint's: http://ACCOUNT.localhost.
    s3control: new S3Control({ ...settings, endpoint: endpoint.replace("127.0.0.1", "localhost") }),
    sns: new SNS(settings),
    sqs: new SQS(settings),
    ssm: new SSM(settings),
  };
}

export type Clients = ReturnType<typeof clientsOf>;
