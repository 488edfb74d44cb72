/** Events as EventBridge hands them to rules. */
import type { PropertyMap } from "../../../policies/properties";

const ACCOUNT = "111122223333";
const REGION = "us-east-1";

const ENVELOPE = {
  version: "0",
  id: "7bf73129-1428-4cd3-a780-95db273d1602",
  account: ACCOUNT,
  region: REGION,
  time: "2026-11-26T12:00:00Z",
  resources: [],
};

/** A call that CloudTrail has recorded. @param service the event source without `.amazonaws.com` */
export function callOf(service: string, eventName: string, record: PropertyMap = {}): PropertyMap {
  return {
    ...ENVELOPE,
    source: `aws.${service}`,
    "detail-type": "AWS API Call via CloudTrail",
    detail: {
      eventVersion: "1.11",
      userIdentity: {
        type: "AssumedRole",
        arn: `arn:aws:sts::${ACCOUNT}:assumed-role/engineer/anna`,
        accountId: ACCOUNT,
      },
      eventTime: "2026-11-26T12:00:00Z",
      eventSource: `${service}.amazonaws.com`,
      eventName,
      awsRegion: REGION,
      sourceIPAddress: "192.0.2.7",
      eventID: "2f9b5c1e-0c2a-4f0f-9d3a-1f2e3d4c5b6a",
      readOnly: false,
      managementEvent: true,
      ...record,
    },
  };
}

/** What a service tells of itself. */
export function serviceEvent(source: string, type: string, detail: PropertyMap = {}): PropertyMap {
  return { ...ENVELOPE, source, "detail-type": type, detail };
}
