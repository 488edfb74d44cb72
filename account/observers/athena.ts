/** Athena's workgroups, and the queries that are saved in them. */
import type * as aws from "@pulumi/aws";
import { type Properties, type Subject, observer, textOf } from "../observer";
import type { Reader } from "../reader";

export const workgroupObserver = observer<aws.athena.WorkgroupArgs>({
  type: "aws:athena/workgroup:Workgroup",
  check: "verify-athena-workgroup-as-declared",
  parts: [{ properties: ["name", "description", "state", "configuration"], read: readWorkgroup }],
  defaults: { state: "ENABLED" },
  notCompared: {
    forceDestroy: "It says what the engine does when it deletes the workgroup; the account does not know it.",
  },
});

async function readWorkgroup(reader: Reader, { region, inputs }: Subject): Promise<Properties | undefined> {
  const found = await reader.read("athena:GetWorkGroup", region, { WorkGroup: textOf(inputs["name"]) });
  const workgroup = found?.WorkGroup;
  const { Configuration: configuration } = workgroup ?? {};
  const { ResultConfiguration: results } = configuration ?? {};
  return (
    workgroup && {
      name: workgroup.Name,
      description: workgroup.Description,
      state: workgroup.State,
      configuration: {
        enforceWorkgroupConfiguration: configuration?.EnforceWorkGroupConfiguration ?? null,
        publishCloudwatchMetricsEnabled: configuration?.PublishCloudWatchMetricsEnabled ?? null,
        bytesScannedCutoffPerQuery: configuration?.BytesScannedCutoffPerQuery ?? null,
        resultConfiguration: {
          outputLocation: results?.OutputLocation ?? null,
          expectedBucketOwner: results?.ExpectedBucketOwner ?? null,
          encryptionConfiguration: {
            encryptionOption: results?.EncryptionConfiguration?.EncryptionOption ?? null,
            kmsKeyArn: results?.EncryptionConfiguration?.KmsKey ?? null,
          },
        },
      },
    }
  );
}

export const namedQueryObserver = observer<aws.athena.NamedQueryArgs>({
  type: "aws:athena/namedQuery:NamedQuery",
  check: "verify-athena-named-query-as-declared",
  parts: [{ properties: ["name", "description", "database", "query", "workgroup"], read: readNamedQuery }],
});

/** Found by its name, because Athena makes up its id. */
async function readNamedQuery(reader: Reader, { region, inputs }: Subject): Promise<Properties | undefined> {
  const [name, workgroup] = [textOf(inputs["name"]), textOf(inputs["workgroup"])];
  const asked = { WorkGroup: workgroup };
  const pages = await reader.readPages("athena:ListNamedQueries", region, asked, ({ NextToken }) =>
    NextToken === undefined ? undefined : { ...asked, NextToken },
  );
  const ids = pages.flatMap(({ NamedQueryIds = [] }) => NamedQueryIds);
  const found = await Promise.all(ids.map((id) => reader.read("athena:GetNamedQuery", region, { NamedQueryId: id })));
  const query = found.find((answer) => answer?.NamedQuery?.Name === name)?.NamedQuery;
  return (
    query && {
      name,
      description: query.Description,
      database: query.Database,
      query: query.QueryString,
      workgroup: query.WorkGroup,
    }
  );
}
