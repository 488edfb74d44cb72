/**
 * Service control policies: what nobody in a member account may do, whatever IAM allows there. They bind neither the management
 * account nor service-linked roles nor AWS's services.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
import { foundationModelArn, NO_MODELS } from "../../../facts/bedrock/invocable-resources";
import type { TamperEvent } from "../../../facts/cloudtrail/tamper-events";
import { DEPLOY_ACTIONS } from "../../../facts/iam/deploy-actions";
import {
  EVIDENCE_TAMPERING,
  type TamperedResource,
  type TamperingActions,
} from "../../../facts/iam/evidence-tampering";
import { GLOBAL_SERVICE_ACTIONS } from "../../../facts/organizations/global-services";
import { type ControlPolicy, type ControlStatement, exceptFor, where } from "./control-statement";
import type { EvidencePlaces, OrganizationGovernance } from "./governance";

/** Beginnings of what the baseline names, as its ARNs have them. */
const OWN_BUCKETS = ["arn:*:s3:::baseline-*"];
const OWN_KEY_ALIASES = ["alias/baseline-*"];
const OWN_LOG_GROUPS = DEPLOY_ACTIONS["aws:cloudwatch/logGroup:LogGroup"]?.on ?? [];

const { models, masking, ...COLLECTED } = EVIDENCE_TAMPERING;
const UNMASK = "logs:Unmask";

/** All that takes evidence away, but the reading of what is masked, which is a refusal of its own. */
const TAMPERING: readonly TamperingActions[] = [
  ...Object.values(COLLECTED),
  { ...masking, "log-group": masking["log-group"].filter((action) => action !== UNMASK) },
];

/** Without its alias a key is none of the evidence's any more. */
const ALIAS_REMOVAL = ["kms:DeleteAlias", "kms:UpdateAlias"];

/** Who is left out of a refusal that deploying needs lifted. */
function exempted({ deployers, breakGlassPrincipals = [] }: OrganizationGovernance): readonly string[] {
  return [...deployers, ...breakGlassPrincipals];
}

/** Forbids to stop, narrow or delete what collects evidence, and the evidence, to all but those who deploy and break the glass. */
export function protectEvidence(governance: OrganizationGovernance): ControlPolicy {
  const exception = exceptFor(exempted(governance));
  const deny = (
    Sid: string,
    tampered: readonly TamperedResource[],
    Resource: readonly string[],
    Condition: NonNullable<ControlStatement["Condition"]> = {},
  ): ControlStatement => ({
    Sid,
    Effect: "Deny",
    Action: actionsOn(tampered),
    Resource,
    ...where({ ...exception, ...Condition }),
  });
  const { trails, buckets, logGroups, keyAliases } = placesOf(governance.evidence);
  return policy([
    deny("Trails", ["trail", "event-data-store"], [...trails, "arn:*:cloudtrail:*:*:eventdatastore/*"]),
    deny(
      "Recorders",
      ["recorder", "config-rule"],
      ["arn:*:config:*:*:config-rule/*", "arn:*:config:*:*:configuration-recorder/*"],
    ),
    deny("AccountSettings", ["none"], ["*"]),
    deny(
      "LogGroups",
      ["log-group", "log-stream"],
      logGroups.flatMap((arn) => [arn, `${arn}:*`]),
    ),
    deny("Buckets", ["bucket"], buckets),
    deny(
      "Objects",
      ["object"],
      buckets.map((arn) => `${arn}/*`),
    ),
    deny("Keys", ["key"], ["arn:*:kms:*:*:key/*"], {
      "ForAnyValue:StringLike": { "kms:ResourceAliases": keyAliases },
    }),
    {
      Sid: "KeyAliases",
      Effect: "Deny",
      Action: ALIAS_REMOVAL,
      Resource: keyAliases.map((alias) => `arn:*:kms:*:*:${alias}`),
      ...where(exception),
    },
  ]);
}

function placesOf({
  trails = ["arn:*:cloudtrail:*:*:trail/*"],
  buckets = OWN_BUCKETS,
  logGroups = OWN_LOG_GROUPS,
  keyAliases = OWN_KEY_ALIASES,
}: EvidencePlaces = {}): Required<EvidencePlaces> {
  return { trails, buckets, logGroups, keyAliases };
}

/** The buckets in which evidence lies. */
export function evidenceBuckets(places: EvidencePlaces | undefined): readonly string[] {
  return placesOf(places).buckets;
}

/** The actions by which evidence on such resources is taken away. */
export function actionsOn(tampered: readonly TamperedResource[]): readonly string[] {
  return unique(TAMPERING.flatMap((actions) => tampered.flatMap((resource) => actions[resource] ?? [])));
}

/** Calls that undo what was deployed, which deploying itself does not make. Alarms are CloudWatch's, whose events have an older name. */
const UNDOING: readonly TamperEvent[] = [
  "cloudtrail:PutEventConfiguration",
  "ec2:DisableImageBlockPublicAccess",
  "events:DeauthorizeConnection",
  "events:DisableRule",
  "firehose:StopDeliveryStreamEncryption",
  "logs:DeleteSubscriptionFilter",
  "logs:DisassociateKmsKey",
  "logs:PutDeliverySource",
  "logs:PutSubscriptionFilter",
  "monitoring:DisableAlarmActions",
];

/** Calls that end detection. What its findings are filtered by is left to whoever answers them. */
const ENDING_DETECTION: readonly TamperEvent[] = [
  "guardduty:DeleteDetector",
  "guardduty:DisassociateFromAdministratorAccount",
  "guardduty:DisassociateFromMasterAccount",
  "guardduty:UpdateDetector",
  "inspector2:Disable",
  "macie2:DisableMacie",
  "macie2:DisassociateFromAdministratorAccount",
  "macie2:DisassociateFromMasterAccount",
  "macie2:PutClassificationExportConfiguration",
  "macie2:UpdateClassificationJob",
  "macie2:UpdateMacieSession",
  "securityhub:BatchDisableStandards",
  "securityhub:DisableSecurityHub",
  "securityhub:DisassociateFromAdministratorAccount",
  "securityhub:DisassociateFromMasterAccount",
  "securityhub:UpdateSecurityHubConfiguration",
];

/** What an account has once, or once a region: nothing of it bears a name. */
const SETTING_TYPES = [
  "aws:ebs/encryptionByDefault:EncryptionByDefault",
  "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
  "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
  "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
];
const ROLE_TYPES = ["aws:iam/role:Role", "aws:iam/rolePolicy:RolePolicy"];
/** What makes, widens or takes over a role, besides what the deployment itself does to roles. */
const ROLE_TAKEOVER = [
  "iam:AttachRolePolicy",
  "iam:CreateRole",
  "iam:DeleteRolePermissionsBoundary",
  "iam:DetachRolePolicy",
  "iam:PutRolePermissionsBoundary",
];
const ROLE_CHANGES = unique([...changesOf(ROLE_TYPES), ...ROLE_TAKEOVER]);

/** Forbids to change what the baseline has made, and the roles that may, to all but those who deploy and break the glass. */
export function protectBaseline(governance: OrganizationGovernance): ControlPolicy {
  const exception = exceptFor(exempted(governance));
  const roles = exempted(governance).filter((arn) => arn.includes(":role/"));
  const own = ownResources();
  return policy([
    {
      Sid: "OwnResources",
      Effect: "Deny",
      // Each action is about resources of its own service alone, so that one statement says the same as one a service.
      Action: own.actions,
      Resource: own.on,
      ...where(exception),
    },
    {
      Sid: "Settings",
      Effect: "Deny",
      Action: unique([...changesOf(SETTING_TYPES), ...undoing("ec2")]),
      Resource: "*",
      ...where(exception),
    },
    { Sid: "Detection", Effect: "Deny", Action: ENDING_DETECTION, Resource: "*", ...where(exception) },
    ...(roles.length === 0
      ? []
      : [
          { Sid: "ExemptedRoles", Effect: "Deny", Action: ROLE_CHANGES, Resource: roles, ...where(exception) } as const,
        ]),
  ]);
}

/** Calls that change the resources that bear the baseline's own names, and their ARNs. */
function ownResources(): { readonly actions: readonly string[]; readonly on: readonly string[] } {
  const own = Object.entries(DEPLOY_ACTIONS)
    .map(([type, { on }]) => ({ type, on: on.filter((arn) => arn.includes("baseline-")) }))
    .filter(({ on }) => on.length > 0);
  const on = unique(own.flatMap((resource) => resource.on));
  return {
    actions: unique([
      ...changesOf(own.map(({ type }) => type)),
      ...ROLE_CHANGES,
      ...unique(on.map(serviceOf)).flatMap(undoing),
    ]),
    on: on.flatMap(withEnding),
  };
}

function undoing(service: string): readonly string[] {
  return UNDOING.map((event) => event.replace("monitoring:", "cloudwatch:")).filter((action) =>
    action.startsWith(`${service}:`),
  );
}

/** Actions on log groups ask for the ARN of the group or of what is in it. */
function withEnding(arn: string): readonly string[] {
  return serviceOf(arn) === "logs" ? [arn, `${arn}:*`] : [arn];
}

function serviceOf(arn: string): string {
  return arn.split(":")[2] ?? "";
}

function changesOf(types: readonly string[]): readonly string[] {
  const actions = types.flatMap((type) => [
    ...(DEPLOY_ACTIONS[type]?.update ?? []),
    ...(DEPLOY_ACTIONS[type]?.delete ?? []),
  ]);
  return [...unique(actions.filter((action) => !/:(Describe|Get|List)/.test(action)))].sort();
}

/** Forbids to see what is masked in logs, to all but those who break the glass. */
export function keepMasking({ breakGlassPrincipals = [] }: OrganizationGovernance): ControlPolicy {
  return policy([
    {
      Sid: "Unmasking",
      Effect: "Deny",
      Action: UNMASK,
      Resource: "*",
      ...where(exceptFor(breakGlassPrincipals)),
    },
  ]);
}

const INVOCATIONS: readonly string[] = models.model;

/**
 * Forbids to work in ungoverned regions, and to have invocations routed to others than the governed ones and those named for it.
 * Those who deploy are left out of the first: what the baseline needs in the region of global services it makes there.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html
 */
export function governRegions(governance: OrganizationGovernance): ControlPolicy {
  const { governedRegions, inferenceRegions = [] } = governance;
  return policy([
    {
      Sid: "UngovernedRegions",
      Effect: "Deny",
      NotAction: [...GLOBAL_SERVICE_ACTIONS, ...INVOCATIONS],
      Resource: "*",
      Condition: {
        StringNotEquals: { "aws:RequestedRegion": governedRegions },
        ...exceptFor(exempted(governance)),
      },
    },
    {
      Sid: "InferenceElsewhere",
      Effect: "Deny",
      Action: INVOCATIONS,
      Resource: "*",
      Condition: { StringNotEquals: { "aws:RequestedRegion": unique([...governedRegions, ...inferenceRegions]) } },
    },
  ]);
}

/** Forbids to invoke other models than these. Converse is authorized by the same actions. */
export function approveModels(approvedModels: readonly string[]): ControlPolicy {
  return policy([
    {
      Sid: "UnapprovedModels",
      Effect: "Deny",
      Action: INVOCATIONS,
      NotResource: [
        ...approvedModels.map((model) => (model.startsWith("arn:") ? model : foundationModelArn(model))),
        ...Object.values(NO_MODELS),
      ],
    },
  ]);
}

/** Forbids the endpoint whose calls no invocation log holds. */
export function refuseMantle(): ControlPolicy {
  return policy([{ Sid: "Mantle", Effect: "Deny", Action: "bedrock-mantle:*", Resource: "*" }]);
}

function policy(Statement: readonly ControlStatement[]): ControlPolicy {
  return { Version: "2012-10-17", Statement };
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
