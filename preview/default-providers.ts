/** The default providers that the engine creates, one per package and version, configured by the stack's settings. */
import { type ResourceState, PROVIDER_TYPE_PREFIX } from "../pulumi/stack-state";
import { uuidOf } from "./stable-identifiers";

export class DefaultProviders {
  private readonly made = new Map<string, ResourceState>();

  constructor(
    private readonly where: {
      readonly stack: string;
      readonly project: string;
      readonly config: Readonly<Record<string, string>>;
    },
  ) {}

  /** `URN::ID` of the default provider of a package. */
  reference(pkg: string, version: string): string {
    const type = `${PROVIDER_TYPE_PREFIX}${pkg}`;
    const name = version === "" ? "default" : `default_${version.replace(/[^A-Za-z0-9]/g, "_")}`;
    const urn = `urn:pulumi:${this.where.stack}::${this.where.project}::${type}::${name}`;
    const id = uuidOf(urn);
    if (!this.made.has(urn)) {
      const inputs = { ...this.settingsOf(pkg), ...(version === "" ? {} : { version }) };
      this.made.set(urn, { urn, type, custom: true, id, inputs, outputs: inputs });
    }
    return `${urn}::${id}`;
  }

  resources(): readonly ResourceState[] {
    return [...this.made.values()];
  }

  private settingsOf(pkg: string): Record<string, string> {
    const prefix = `${pkg}:`;
    const settings = Object.entries(this.where.config).filter(([key]) => key.startsWith(prefix));
    return Object.fromEntries(settings.map(([key, value]) => [key.slice(prefix.length), value]));
  }
}
