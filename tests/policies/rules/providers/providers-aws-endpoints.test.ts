import { providersAwsEndpoints } from "../../../../policies/rules/providers/providers-aws-endpoints";
import type { WireMap, WireValue } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { type FailingStackCase, type StackCase, describeStackRule } from "../../rule-harness";
import { beside } from "../iam/forbidden-permissions";
import { declared } from "../stack-resources";

const PROVIDER = "pulumi:providers:aws";

const provider = (inputs: WireMap) => beside([declared(PROVIDER, "own", { region: "eu-central-1", ...inputs })]);

/** As the SDK hands them to the engine. */
const calling = (...addresses: readonly WireValue[]) =>
  provider({ endpoints: JSON.stringify(addresses.map((s3) => ({ s3 }))) });

const fails = (title: string, address: string): FailingStackCase => ({
  title,
  change: calling(address),
  findings: [{ name: "own", message: `has "${address}", which is no endpoint of AWS; leave it out` }],
});

const passes = (address: string): StackCase => ({
  title: `a provider that calls ${address}`,
  change: calling(address),
});

describeStackRule(providersAwsEndpoints, {
  fails: [
    fails("a provider that calls a simulator", "http://localhost:4566"),
    fails("a provider that calls a domain that only begins like AWS's", "https://s3.amazonaws.com.example.org"),
    fails("a provider that calls a domain that only ends like AWS's", "https://s3.eu-central-1.notamazonaws.com"),
    fails("a provider that calls an API of a customer", "https://a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com"),
    fails("a provider that calls an instance of a customer", "https://ec2-203-0-113-7.compute-1.amazonaws.com"),
    fails("a provider that calls a load balancer of a customer", "https://mine-1.eu-central-1.elb.amazonaws.com"),
    fails("a provider that calls a bucket of a customer", "https://mine.s3.eu-central-1.amazonaws.com"),
    fails("a provider that calls what is no address", "s3.eu-central-1.amazonaws.com"),
    {
      title: "a provider of which one endpoint of two is another",
      change: calling("https://s3.eu-central-1.amazonaws.com", "http://127.0.0.1:5000"),
      findings: [{ name: "own", message: 'has "http://127.0.0.1:5000", which is no endpoint of AWS; leave it out' }],
    },
    {
      title: "a provider whose endpoints are not encoded",
      change: provider({ endpoints: [{ s3: "http://127.0.0.1:5000" }] }),
      findings: [{ name: "own", message: 'has "http://127.0.0.1:5000", which is no endpoint of AWS; leave it out' }],
    },
  ],
  passes: [
    { title: "a provider without endpoints", change: provider({}) },
    { title: "a provider whose endpoints are empty", change: provider({ endpoints: "[]" }) },
    passes("https://s3.eu-central-1.amazonaws.com"),
    passes("https://iam.amazonaws.com"),
    passes("https://s3-fips.us-gov-west-1.amazonaws.com"),
    passes("https://s3.dualstack.eu-central-1.amazonaws.com"),
    passes("https://api.sagemaker.eu-central-1.amazonaws.com"),
    passes("https://cloudtrail.eu-central-1.api.aws"),
    passes("https://cloudtrail.cn-north-1.amazonaws.com.cn"),
    passes("https://cloudtrail.eusc-de-east-1.amazonaws.eu"),
    passes("https://vpce-0123456789abcdef0-abcdefgh.cloudtrail.eu-central-1.vpce.amazonaws.com"),
  ],
  unknown: [
    { title: "endpoints that are not known", change: provider({ endpoints: UNKNOWN_VALUE }), property: "endpoints" },
    {
      title: "an endpoint that is not known",
      change: provider({ endpoints: [{ s3: UNKNOWN_VALUE }] }),
      property: "endpoints",
    },
  ],
  notApplicable: [
    {
      title: "a stack of another provider",
      change: (stack) => stack.filter(({ type }) => type !== PROVIDER),
    },
  ],
});
