/** Stack states, applied to a simulated account by the real Terraform AWS provider. */
import * as fs from "node:fs";
import * as path from "node:path";
import type { ResourceState, StackState, WireMap } from "../../../pulumi/stack-state";
import type { SimulatedAccount } from "../simulated-account/simulated-account";
import { writeArchive } from "./archives";
import { providerSchema } from "./provider-schema";
import { TerraformError, makeWorkspace, terraform } from "./terraform";
import type { Plan } from "./plan-references";
import { type LeftOut, type Translation, translate } from "./translation";

/** What the provider, or the service behind it, refused. */
export interface Rejection {
  /** Terraform's address; empty when the error is about no resource. */
  readonly address: string;
  readonly message: string;
}

export interface Applied {
  /** URN -> the resource in the account. */
  readonly applied: ReadonlyMap<string, AppliedResource>;
  readonly rejected: readonly Rejection[];
  readonly leftOut: readonly LeftOut[];
  /** The types of resources that the provider does not have. */
  readonly unknown: readonly string[];
  /** The resources with values that are newer than the provider. */
  readonly newer: readonly ResourceState[];
}

export interface AppliedResource {
  /** Terraform's type. */
  readonly type: string;
  /** Terraform's arguments and attributes, as the account told them. */
  readonly values: WireMap;
}

/** What Terraform would do to one resource. https://developer.hashicorp.com/terraform/internals/json-format#change-representation */
export interface PlannedChange {
  readonly address: string;
  readonly type: string;
  readonly actions: readonly ("no-op" | "create" | "read" | "update" | "delete")[];
  /** The arguments that force a replacement. */
  readonly because: readonly string[];
}

/** One account with what Terraform knows of it. One command at a time. */
export class ProviderWorkspace {
  private constructor(
    private readonly folder: string,
    private readonly account: SimulatedAccount,
  ) {}

  static async open(account: SimulatedAccount): Promise<ProviderWorkspace> {
    const workspace = new ProviderWorkspace(makeWorkspace(), account);
    const run = await workspace.run("init");
    if (!run.succeeded) {
      workspace.close();
      throw new TerraformError(`Terraform could not be initialized:\n${run.stderr}`);
    }
    return workspace;
  }

  /** Applies as much of a state as is accepted. */
  async apply(state: StackState): Promise<Applied> {
    const { addresses, leftOut, unknown, newer } = await this.declare(state);
    const run = await this.run("apply", "-auto-approve", "-json");
    const found = await this.found();
    return {
      applied: new Map(
        [...addresses].flatMap(([urn, address]): [string, AppliedResource][] => {
          const resource = found.get(address);
          return resource === undefined ? [] : [[urn, resource]];
        }),
      ),
      rejected: rejections(run.stdout),
      leftOut,
      unknown: unknown.map(({ type }) => type),
      newer,
    };
  }

  /**
   * What applying a state would change.
   * @param options.refresh whether the account is read again first, which takes most of the time. @default true
   */
  async plan(state: StackState, options: { readonly refresh?: boolean } = {}): Promise<readonly PlannedChange[]> {
    const { resource_changes: changes = [] } = await this.planDocument(state, options);
    return changes.map(({ address, type, change }) => ({
      address,
      type,
      actions: change.actions,
      because: (change.replace_paths ?? []).map((steps) => steps.join(".")),
    }));
  }

  /**
   * The plan of {@link plan}, in Terraform's own form: https://developer.hashicorp.com/terraform/internals/json-format#plan-representation
   * @param options as those of {@link plan}
   */
  async planDocument(state: StackState, options: { readonly refresh?: boolean } = {}): Promise<PlanDocument> {
    await this.declare(state);
    const file = path.join(this.folder, "changes.tfplan");
    const run = await this.run("plan", "-json", `-out=${file}`, `-refresh=${options.refresh ?? true}`);
    if (!run.succeeded) {
      throw new TerraformError(`The change cannot be planned:\n${rejections(run.stdout).map(textOf).join("\n")}`);
    }
    return (await this.show(file)) as PlanDocument;
  }

  /** Deletes all that was applied. */
  async destroy(): Promise<readonly Rejection[]> {
    const run = await this.run("destroy", "-auto-approve", "-json");
    return rejections(run.stdout);
  }

  close(): void {
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  private async declare(state: StackState): Promise<Translation> {
    const translation = translate(state, await providerSchema());
    fs.writeFileSync(path.join(this.folder, "stack.tf.json"), JSON.stringify(translation.configuration, undefined, 2));
    translation.archives.forEach((archive, file) => {
      writeArchive(path.join(this.folder, file), archive);
    });
    return translation;
  }

  /** Terraform's address -> the resource. */
  private async found(): Promise<ReadonlyMap<string, AppliedResource>> {
    const { values } = (await this.show()) as { values?: { root_module: { resources?: readonly RawResource[] } } };
    return new Map((values?.root_module.resources ?? []).map((resource) => [resource.address, resource]));
  }

  /** The casts beside its callers say what Terraform documents: https://developer.hashicorp.com/terraform/internals/json-format */
  private async show(...files: readonly string[]): Promise<unknown> {
    const run = await this.run("show", "-json", ...files);
    if (!run.succeeded) {
      throw new TerraformError(`Terraform does not show what it knows:\n${run.stderr}`);
    }
    return JSON.parse(run.stdout);
  }

  private run(...command: readonly string[]) {
    return terraform(this.folder, command, this.account.environment);
  }
}

/** A plan, as far as it is read. */
export interface PlanDocument extends Plan {
  /** @default - nothing is in the plan */
  readonly resource_changes?: readonly RawChange[];
}

interface RawChange {
  readonly address: string;
  readonly type: string;
  readonly change: { readonly actions: PlannedChange["actions"]; readonly replace_paths?: readonly string[][] };
}

interface RawResource extends AppliedResource {
  readonly address: string;
}

export function textOf({ address, message }: Rejection): string {
  return `${address}: ${message}`;
}

/** The errors in Terraform's log: https://developer.hashicorp.com/terraform/internals/machine-readable-ui */
function rejections(log: string): readonly Rejection[] {
  return log
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as LogLine) // documented at the page above
    .flatMap(({ diagnostic }) => (diagnostic?.severity === "error" ? [diagnostic] : []))
    .map(({ address = "", summary, detail = "" }) => ({ address, message: `${summary}: ${detail}` }));
}

interface LogLine {
  readonly diagnostic?: {
    readonly severity: string;
    readonly address?: string;
    readonly summary: string;
    readonly detail?: string;
  };
}
