import { UNKNOWN } from "../../properties";
import { API_DESTINATION } from "../../resources";
import { fail, pass, undecided } from "../../result";
import { resourceRule } from "../../rule";

export const cloudwatchApiDestinationHttps = resourceRule(API_DESTINATION, {
  id: "cloudwatch-api-destination-https",
  title: "API destinations of EventBridge are https URLs without credentials",
  severity: "high",
  property: "invocationEndpoint",
  rationale:
    "Events say who called what, from where and with which parameters, and requests hold the secret by which EventBridge signs in. " +
    "Whoever may describe an API destination reads its URL; the secret of a connection nobody reads there.",
  remediation:
    "Give a URL that begins with https:// and holds no user name or password; put these into the connection's authParameters.",
  references: [
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-target-connection.html",
  ],
  check: ({ properties: { invocationEndpoint: url } }, { property }) => {
    if (url === UNKNOWN) {
      return undecided(property);
    }
    const text = typeof url === "string" ? url : "";
    if (!/^https:\/\//i.test(text)) {
      return fail(property, "does not begin with https://; send events over TLS only");
    }
    return /^https:\/\/[^/?#]*@/i.test(text)
      ? fail(property, "holds credentials; put them into the connection, which keeps them in AWS Secrets Manager")
      : pass;
  },
});
