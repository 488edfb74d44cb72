/** What the provider says of its own resource types (`terraform providers schema -json`). */
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { PROVIDER_VERSION, TerraformError, makeWorkspace, terraform } from "./terraform";

/** https://developer.hashicorp.com/terraform/cli/commands/providers/schema */
export interface Block {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly block_types?: Readonly<Record<string, NestedBlock>>;
}

export type NestingMode = "single" | "group" | "list" | "set" | "map";

interface NestedBlock {
  readonly nesting_mode: NestingMode;
  readonly block: Block;
}

interface Attribute {
  /** `"string"`, or `["list", TYPE]` and the like; absent beside `nested_type`. */
  readonly type?: string | readonly unknown[];
  readonly nested_type?: Block & { readonly nesting_mode: NestingMode };
  readonly required?: boolean;
  readonly optional?: boolean;
}

/** Terraform's resource type -> its arguments. */
export type ProviderSchema = Readonly<Record<string, Block>>;

let schema: Promise<ProviderSchema> | undefined;

/** Read once, and kept in the user's cache, because the provider takes half a minute to write it. */
export function providerSchema(): Promise<ProviderSchema> {
  schema ??= readSchema();
  return schema;
}

async function readSchema(): Promise<ProviderSchema> {
  const cache = path.join(process.env["XDG_CACHE_HOME"] ?? path.join(os.homedir(), ".cache"), "ai-governance-baseline");
  const file = path.join(cache, `terraform-provider-aws-${PROVIDER_VERSION}.json`);
  if (!fs.existsSync(file)) {
    const resources = await askProvider();
    fs.mkdirSync(cache, { recursive: true });
    // Under a name of its own first, because another run may read or write it at the same time.
    const written = `${file}.${process.pid}`;
    fs.writeFileSync(written, JSON.stringify(resources));
    fs.renameSync(written, file);
  }
  return JSON.parse(fs.readFileSync(file, "utf8")) as ProviderSchema; // written just so
}

async function askProvider(): Promise<ProviderSchema> {
  const folder = makeWorkspace();
  try {
    const runs = [await terraform(folder, ["init"]), await terraform(folder, ["providers", "schema", "-json"])];
    const failed = runs.find(({ succeeded }) => !succeeded);
    if (failed !== undefined) {
      throw new TerraformError(`Terraform does not tell the schema of its AWS provider:\n${failed.stderr}`);
    }
    // The form is Terraform's, documented at the page above.
    const { provider_schemas: providers } = JSON.parse(runs[1]?.stdout ?? "") as {
      provider_schemas: Record<string, { resource_schemas: Record<string, { block: Block }> }>;
    };
    const resources = Object.values(providers).flatMap(({ resource_schemas }) => Object.entries(resource_schemas));
    return Object.fromEntries(resources.map(([type, { block }]) => [type, block]));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
