import { cloudwatchApiDestinationHttps } from "../../../../policies/rules/cloudwatch/cloudwatch-api-destination-https";
import { describeResourceRule } from "../../rule-harness";

const PLAIN = "does not begin with https://; send events over TLS only";
const CREDENTIALS = "holds credentials; put them into the connection, which keeps them in AWS Secrets Manager";

describeResourceRule(cloudwatchApiDestinationHttps, {
  example: {
    name: "siem",
    connectionArn: "arn:aws:events:eu-central-1:111122223333:connection/siem/1234abcd-12ab-34cd-56ef-1234567890ab",
    invocationEndpoint: "https://ingest.example.com/v1/events",
    httpMethod: "POST",
  },
  passes: [
    { title: "an at sign in the path", set: { invocationEndpoint: "https://ingest.example.com/@team/events" } },
    { title: "a scheme in capitals", set: { invocationEndpoint: "HTTPS://ingest.example.com" } },
  ],
  fails: [
    { title: "plain HTTP", set: { invocationEndpoint: "http://ingest.example.com/v1/events" }, message: PLAIN },
    { title: "no scheme", set: { invocationEndpoint: "ingest.example.com" }, message: PLAIN },
    { title: "no URL", remove: ["invocationEndpoint"], message: PLAIN },
    {
      title: "a user and a password",
      set: { invocationEndpoint: "https://user:password@ingest.example.com" },
      message: CREDENTIALS,
    },
    { title: "a token", set: { invocationEndpoint: "https://token@ingest.example.com/a" }, message: CREDENTIALS },
  ],
});
