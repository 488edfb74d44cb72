/** What the prod stack calls its things, where more than one kind of breakage names them. */

export const TRAIL = "baseline-trail";
export const TRAIL_GROUP = "/aws/cloudtrail/baseline-trail";
export const INVOCATIONS = "/ai-governance/baseline-eu-central-1-invocations/model-invocations";
export const CONFIG_KEY = "alias/baseline-eu-central-1-recorder-key";
export const ALERT_TOPIC = "arn:aws:sns:eu-central-1:111122223333:baseline-eu-central-1-alerts";

const EVERYONE = { Sid: "Everyone", Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };

/** A policy document with a statement that lets everyone in. */
export function widened(policy: string | undefined): string {
  const document = JSON.parse(policy ?? "{}") as { Statement: object[] }; // of this project's own policies
  return JSON.stringify({ ...document, Statement: [...document.Statement, EVERYONE] });
}
