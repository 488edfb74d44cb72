/** EventBridge API destinations: HTTPS endpoints as targets of rules, and the connections by which EventBridge signs in there. */
import type { Source } from "../source";

const GUIDE = "https://docs.aws.amazon.com/eventbridge/latest/userguide";
const REFERENCE = "https://docs.aws.amazon.com/eventbridge/latest/APIReference";

export const SOURCES: readonly Source[] = [
  `${GUIDE}/eb-api-destinations.html`,
  `${GUIDE}/eb-target-connection.html`,
  `${GUIDE}/eb-quota.html`,
  `${REFERENCE}/API_CreateApiDestination.html`,
  `${REFERENCE}/API_CreateConnection.html`,
].map((page) => ({
  // Reason for the cast: both prefixes begin so, which a template in a list loses.
  page: page as Source["page"],
  readOn: "2026-11-27",
}));

/** How EventBridge signs in at an endpoint, by the name that this project gives it. */
export const AUTHORIZATION_TYPES = {
  apiKey: "API_KEY",
  basic: "BASIC",
  oauth: "OAUTH_CLIENT_CREDENTIALS",
} as const;

export type AuthorizationType = keyof typeof AUTHORIZATION_TYPES;

/** The methods by which an endpoint can be sent a body. */
export const SENDING_METHODS = ["POST", "PUT", "PATCH"] as const;

export type SendingMethod = (typeof SENDING_METHODS)[number];

/** The methods by which EventBridge asks for a token. */
export const TOKEN_METHODS = ["POST", "PUT", "GET"] as const;

export type TokenMethod = (typeof TOKEN_METHODS)[number];

/** An account's default is 300 in a region, for each destination. What is above the rate waits, for a day at most. */
export const INVOCATIONS_PER_SECOND = { minimum: 1, maximum: 300 } as const;

/** After so many seconds without an answer EventBridge tries again. */
export const ENDPOINT_TIMEOUT_SECONDS = 5;

/** What EventBridge takes of names, secrets and URLs. Its URLs need no scheme: that of an API destination has to be https. */
export const ENDPOINT_FORMS = {
  header: { form: /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,512}$/, inWords: "the name of an HTTP header" },
  text: { form: /^[^\p{Cc}:]{1,512}$/u, inWords: "1 to 512 characters without colons and control characters" },
  url: {
    form: /^(?=.{1,2048}$)https:\/\/[A-Za-z0-9.-]+\.[A-Za-z]{2,}(:\d{1,5})?(\/([-()_.!~*';/:&=+$,A-Za-z0-9]|%[0-9A-Fa-f]{2})*)?$/,
    inWords: "an https URL of a public domain, without credentials and query",
  },
} as const;

/** The ARNs of what events are sent to besides: a standard queue, and a key that is named by its id. */
export const QUEUE_ARN_FORM = /^arn:aws[a-z-]*:sqs:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,80}$/;
export const KEY_ARN_FORM = /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/;
