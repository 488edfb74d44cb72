/** Databases and tables of the Glue Data Catalog. */
import type * as aws from "@pulumi/aws";
import { type Properties, type Subject, observer, textOf } from "../observer";
import type { Reader } from "../reader";

export const databaseObserver = observer<aws.glue.CatalogDatabaseArgs>({
  type: "aws:glue/catalogDatabase:CatalogDatabase",
  check: "verify-glue-database-as-declared",
  parts: [
    {
      properties: ["name", "description"],
      read: async (reader, { region, inputs }) => {
        const found = await reader.read("glue:GetDatabase", region, { Name: textOf(inputs["name"]) });
        return found?.Database && { name: found.Database.Name, description: found.Database.Description };
      },
    },
  ],
});

export const tableObserver = observer<aws.glue.CatalogTableArgs>({
  type: "aws:glue/catalogTable:CatalogTable",
  check: "verify-glue-table-as-declared",
  parts: [
    {
      properties: [
        "name",
        "databaseName",
        "description",
        "tableType",
        "parameters",
        "partitionKeys",
        "storageDescriptor",
      ],
      read: readTable,
    },
  ],
});

async function readTable(reader: Reader, { region, inputs }: Subject): Promise<Properties | undefined> {
  const [DatabaseName, Name] = [textOf(inputs["databaseName"]), textOf(inputs["name"])];
  const table = (await reader.read("glue:GetTable", region, { DatabaseName, Name }))?.Table;
  const { StorageDescriptor: storage } = table ?? {};
  return (
    table && {
      name: table.Name,
      databaseName: table.DatabaseName,
      description: table.Description,
      tableType: table.TableType,
      parameters: table.Parameters,
      partitionKeys: columnsOf(table.PartitionKeys),
      storageDescriptor: {
        location: storage?.Location ?? null,
        columns: columnsOf(storage?.Columns),
        inputFormat: storage?.InputFormat ?? null,
        outputFormat: storage?.OutputFormat ?? null,
        serDeInfo: {
          serializationLibrary: storage?.SerdeInfo?.SerializationLibrary ?? null,
          parameters: storage?.SerdeInfo?.Parameters ?? {},
        },
      },
    }
  );
}

interface Column {
  readonly Name: string | undefined;
  readonly Type?: string | undefined;
}

function columnsOf(columns: readonly Column[] = []): { readonly name: string; readonly type: string }[] {
  return columns.map(({ Name = "", Type = "" }) => ({ name: Name, type: Type }));
}
