/** An endpoint to which EventBridge sends events over HTTPS, and the connection by which it signs in there. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import {
  AUTHORIZATION_TYPES,
  ENDPOINT_FORMS,
  INVOCATIONS_PER_SECOND,
  SENDING_METHODS,
  type SendingMethod,
  TOKEN_METHODS,
  type TokenMethod,
} from "../../facts/eventbridge/api-destinations";
import type { Scope } from "../base/component";
import { matching, OptionError, validated, wholeNumber } from "../base/options";

/** A key that each request has in a header. */
export interface ApiKeyAuthorization {
  readonly type: "apiKey";
  /** The header's name, such as `x-api-key`. */
  readonly header: string;
  /** The header's value, 1 to 512 characters: pass it as a secret, from `pulumi.Config.requireSecret`. */
  readonly secret: pulumi.Input<string>;
}

/** A name and a password. */
export interface BasicAuthorization {
  readonly type: "basic";
  readonly username: string;
  /** The password, 1 to 512 characters: pass it as a secret, from `pulumi.Config.requireSecret`. */
  readonly secret: pulumi.Input<string>;
}

/** A token that EventBridge asks for by OAuth client credentials, and again when it has expired. */
export interface OAuthAuthorization {
  readonly type: "oauth";
  readonly clientId: string;
  /** The client's secret, 1 to 512 characters: pass it as a secret, from `pulumi.Config.requireSecret`. */
  readonly secret: pulumi.Input<string>;
  /** Where tokens are asked for, as an https URL. */
  readonly tokenUrl: string;
  /** @default "POST" */
  readonly tokenMethod?: TokenMethod | undefined;
  /** What the body of that request says beside `grant_type`, such as `scope` or `audience`; nothing secret. @default - nothing */
  readonly tokenParameters?: Readonly<Record<string, string>> | undefined;
}

export type EndpointAuthorization = ApiKeyAuthorization | BasicAuthorization | OAuthAuthorization;

/** Where events are sent over HTTPS, one in each request, with the event as its body. It has to answer within five seconds. */
export interface EventEndpoint {
  /** An https URL of a public domain, without credentials and query. */
  readonly url: string;
  /** @default "POST" */
  readonly method?: SendingMethod | undefined;
  /** From 1 to 300; what is above waits, for a day at most. @default 10 */
  readonly invocationsPerSecond?: number | undefined;
  /** How EventBridge signs in. It keeps the secret in AWS Secrets Manager, and never gives it back. */
  readonly authorization: EndpointAuthorization;
}

/** An {@link EventEndpoint} whose options are complete and checked. */
export interface ResolvedEndpoint extends EventEndpoint {
  readonly method: SendingMethod;
  readonly invocationsPerSecond: number;
}

/** A governance event is rare; a flood of them has to leave the endpoint standing. */
const INVOCATIONS_BY_DEFAULT = 10;

const FORMS = {
  header: matching(ENDPOINT_FORMS.header.form, ENDPOINT_FORMS.header.inWords, "Name the header, such as x-api-key."),
  text: matching(ENDPOINT_FORMS.text.form, ENDPOINT_FORMS.text.inWords, "Give what the endpoint knows."),
  url: matching(ENDPOINT_FORMS.url.form, ENDPOINT_FORMS.url.inWords, "EventBridge sends over HTTPS to public domains."),
};

const validRate = wholeNumber({ ...INVOCATIONS_PER_SECOND, unit: "requests a second" });

/** @throws {OptionError} when a part of the endpoint is nothing that EventBridge takes */
export function resolveEndpoint(endpoint: EventEndpoint, path: string): ResolvedEndpoint {
  const { url, method = "POST", invocationsPerSecond = INVOCATIONS_BY_DEFAULT, authorization } = endpoint;
  FORMS.url(url, `${path}.url`);
  oneOf(SENDING_METHODS, method, `${path}.method`);
  validRate(invocationsPerSecond, `${path}.invocationsPerSecond`);
  return {
    url,
    method,
    invocationsPerSecond,
    authorization: validAuthorization(authorization, `${path}.authorization`),
  };
}

function validAuthorization(authorization: EndpointAuthorization, path: string): EndpointAuthorization {
  switch (authorization.type) {
    case "apiKey":
      FORMS.header(authorization.header, `${path}.header`);
      break;
    case "basic":
      FORMS.text(authorization.username, `${path}.username`);
      break;
    case "oauth":
      FORMS.text(authorization.clientId, `${path}.clientId`);
      FORMS.url(authorization.tokenUrl, `${path}.tokenUrl`);
      oneOf(TOKEN_METHODS, authorization.tokenMethod ?? "POST", `${path}.tokenMethod`);
      break;
  }
  // Whatever was passed, the stack's state holds it encrypted; and an error about it would show it.
  return { ...authorization, secret: pulumi.secret(validated(authorization.secret, `${path}.secret`, validSecret)) };
}

function validSecret(secret: string, path: string): void {
  if (!ENDPOINT_FORMS.text.form.test(secret)) {
    throw new OptionError({
      path,
      got: "a secret that is not shown",
      allowed: ENDPOINT_FORMS.text.inWords,
      fix: "Give the secret alone, without the name of a header.",
    });
  }
}

function oneOf(allowed: readonly string[], value: string, path: string): void {
  if (!allowed.includes(value)) {
    throw new OptionError({ path, got: value, allowed: allowed.join(", "), fix: "Choose one of them." });
  }
}

/** The endpoint as a target, by the name of the component. */
export function createEndpoint(
  scope: Scope,
  name: string,
  { url, method, invocationsPerSecond, authorization }: ResolvedEndpoint,
): aws.cloudwatch.EventApiDestination {
  const connection = new aws.cloudwatch.EventConnection(
    scope.child("connection"),
    {
      name,
      description: "Signs in where governance events are sent",
      authorizationType: AUTHORIZATION_TYPES[authorization.type],
      authParameters: authParameters(authorization),
      ...scope.region,
    },
    scope.options,
  );
  return new aws.cloudwatch.EventApiDestination(
    scope.child("endpoint"),
    {
      name,
      description: "Takes governance events",
      connectionArn: connection.arn,
      invocationEndpoint: url,
      httpMethod: method,
      invocationRateLimitPerSecond: invocationsPerSecond,
      ...scope.region,
    },
    scope.options,
  );
}

function authParameters(
  authorization: EndpointAuthorization,
): aws.types.input.cloudwatch.EventConnectionAuthParameters {
  switch (authorization.type) {
    case "apiKey":
      return { apiKey: { key: authorization.header, value: authorization.secret } };
    case "basic":
      return { basic: { username: authorization.username, password: authorization.secret } };
    case "oauth": {
      const { clientId, secret, tokenUrl, tokenMethod = "POST", tokenParameters = {} } = authorization;
      const body = { grant_type: "client_credentials", ...tokenParameters };
      return {
        oauth: {
          authorizationEndpoint: tokenUrl,
          httpMethod: tokenMethod,
          clientParameters: { clientId, clientSecret: secret },
          oauthHttpParameters: {
            bodies: Object.entries(body).map(([key, value]) => ({ key, value, isValueSecret: false })),
          },
        },
      };
    }
  }
}
