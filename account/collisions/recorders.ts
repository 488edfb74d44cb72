/** AWS Config: one customer managed recorder and one delivery channel a region, its retention, and its service-linked role. */
import { CONTROL_TOWER_RECORDER } from "../../facts/config/control-tower";
import { ITEM_RETENTION_DAYS } from "../../facts/config/limits";
import { CONFIG_SERVICE_LINKED_ROLE } from "../../facts/iam/deploy-actions";
import { CLEAR, type Collision, type Decided, type Setting, collide, leaveOpen, together } from "./collision";
import { type Declared, GLOBAL, ofType } from "./declared";
import type { ObservedAccount, ObservedRecorder, ObservedRegion } from "./observed";

const RECORDER = "aws:cfg/recorder:Recorder";
const CHANNEL = "aws:cfg/deliveryChannel:DeliveryChannel";
const RETENTION = "aws:cfg/retentionConfiguration:RetentionConfiguration";
const SERVICE_LINKED_ROLE = "aws:iam/serviceLinkedRole:ServiceLinkedRole";
const PAGE = "docs/existing-accounts/recorders.md";

export function recorderCollisions(declared: readonly Declared[], observed: ObservedAccount): Decided {
  return together([
    ...observed.regions.flatMap((region) => {
      const here = declared.filter((resource) => resource.region === region.region);
      return [
        ...ofType(here, RECORDER).map((recorder) => recorderCollision(recorder, region)),
        ...ofType(here, CHANNEL).map((channel) => channelCollision(channel, region)),
        ...ofType(here, RETENTION).map((retention) => retentionCollision(retention, region)),
      ];
    }),
    serviceLinkedRoleCollision(declared, observed),
  ]);
}

function recorderCollision(recorder: Declared, { region, recorders }: ObservedRegion): Decided {
  if ("unreadable" in recorders) {
    return leaveOpen({ what: "AWS Config recorder", where: region, ...recorders.unreadable });
  }
  return together(recorders.seen.map((existing) => collide(oneRecorder(recorder, existing))));
}

function oneRecorder(recorder: Declared, { name }: ObservedRecorder): Collision {
  const common = {
    what: "AWS Config recorder",
    where: recorder.region,
    declared: recorder.urn,
    observed: name,
    settings: adoptRecorder(recorder.region, name),
    page: PAGE,
  } as const;
  if (name === CONTROL_TOWER_RECORDER) {
    return {
      ...common,
      consequence: "refused",
      explanation:
        "AWS Control Tower manages the recorder of this region, and its service control policies refuse changes.",
      otherwise: "There is no other way: Control Tower restores what is changed.",
    };
  }
  if (name === recorder.name) {
    return {
      ...common,
      consequence: "overwritten",
      explanation: "There is a recorder with this name; its role and its choice of resource types are overwritten.",
      otherwise: "If this stack made it, pass the stack's state with --state.",
    };
  }
  return {
    ...common,
    consequence: "collides",
    explanation:
      "A region has at most one customer managed recorder, and there is one: MaxNumberOfConfigurationRecordersExceededException.",
    otherwise: "Or delete the recorder that exists, if nothing relies on it.",
  };
}

function channelCollision(channel: Declared, { region, deliveryChannels, recorders }: ObservedRegion): Decided {
  if ("unreadable" in deliveryChannels) {
    return leaveOpen({ what: "AWS Config delivery channel", where: region, ...deliveryChannels.unreadable });
  }
  const [recorder] = "seen" in recorders ? recorders.seen : [];
  return together(
    deliveryChannels.seen.map((name) =>
      collide({
        what: "AWS Config delivery channel",
        where: region,
        declared: channel.urn,
        observed: name,
        consequence: name === channel.name ? "overwritten" : "collides",
        explanation:
          name === channel.name
            ? "There is a delivery channel with this name; its bucket and key are overwritten."
            : "A region has at most one delivery channel, and there is one: MaxNumberOfDeliveryChannelsExceededException.",
        settings: recorder === undefined ? [] : adoptRecorder(region, recorder.name),
        otherwise:
          recorder === undefined
            ? `No recorder uses it. Delete it: aws configservice delete-delivery-channel --region ${region} --delivery-channel-name ${name}`
            : "It comes with the recorder: adopt both, or delete both.",
        page: PAGE,
      }),
    ),
  );
}

function adoptRecorder(region: string, name: string): readonly Setting[] {
  return [{ path: ["recorder", "regions", region], value: { mode: "existing", name } }];
}

function retentionCollision(retention: Declared, { region, configRetentionDays }: ObservedRegion): Decided {
  if ("unreadable" in configRetentionDays) {
    return leaveOpen({ what: "AWS Config retention", where: region, ...configRetentionDays.unreadable });
  }
  const days = configRetentionDays.seen;
  const wanted = Number(retention.inputs["retentionPeriodInDays"]);
  if (days === undefined || days === wanted) {
    return CLEAR;
  }
  return collide({
    what: "AWS Config retention",
    where: region,
    declared: retention.urn,
    observed: `${days} days`,
    consequence: "overwritten",
    explanation: `Configuration items of the region are kept ${days} days; the stack sets ${wanted} days.`,
    settings:
      days >= ITEM_RETENTION_DAYS.minimum && days <= ITEM_RETENTION_DAYS.maximum
        ? [{ path: ["configRetentionDays"], value: days }]
        : [],
    otherwise: "Or delete the retention configuration that exists, so that the stack's takes its place.",
    page: PAGE,
  });
}

/** The role is one for the whole account: it is created once, by whoever comes first. */
function serviceLinkedRoleCollision(
  declared: readonly Declared[],
  { configServiceLinkedRole: role }: ObservedAccount,
): Decided {
  const { name, service } = CONFIG_SERVICE_LINKED_ROLE;
  const created = ofType(declared, SERVICE_LINKED_ROLE).find((resource) => resource.name === service);
  const used = ofType(declared, RECORDER).find(({ inputs }) => {
    const { roleArn } = inputs;
    return typeof roleArn === "string" && roleArn.endsWith(`/${name}`);
  });
  const [asked] = [created, used].filter((resource) => resource !== undefined);
  if (asked === undefined) {
    return CLEAR;
  }
  if ("unreadable" in role) {
    return leaveOpen({ what: name, where: GLOBAL, ...role.unreadable });
  }
  if (role.seen === (created === undefined)) {
    return CLEAR;
  }
  return collide({
    what: "Service-linked role of AWS Config",
    where: GLOBAL,
    declared: asked.urn,
    observed: role.seen ? name : `no ${name}`,
    consequence: role.seen ? "collides" : "refused",
    explanation: role.seen
      ? `${name} exists; IAM refuses to create it again.`
      : `${name} does not exist, and the recorders of the stack use it.`,
    settings: [{ path: ["configServiceLinkedRole"], value: role.seen ? "existing" : "create" }],
    otherwise: role.seen
      ? "It cannot be deleted while AWS Config records."
      : `Or create it: aws iam create-service-linked-role --aws-service-name ${service}`,
    page: PAGE,
  });
}
