/** A page for each component, made of its docstrings, and one that lists them. */
import { CONTROLS } from "../../controls/catalogue";
import type { Control } from "../../controls/control";
import {
  type ComponentDeclaration,
  type Docstring,
  type Member,
  componentDeclarations,
} from "./component-declarations";
import { code, list, page, table } from "./markdown";

const INTRODUCTION =
  "Each component is a class of the package `ai-governance-baseline`. `AccountBaseline` composes them for an account, by the settings of [settings.md](../settings.md); each can be used by itself in any Pulumi program.";

/** One page: its file within docs/, and its text. */
export interface ComponentPage {
  readonly file: string;
  readonly render: () => string;
}

export function componentPages(): readonly ComponentPage[] {
  const components = componentDeclarations();
  return [
    { file: "components/README.md", render: () => renderIndex(components) },
    ...components.map((component) => ({
      file: `components/${fileOf(component)}`,
      render: () => renderComponent(component),
    })),
  ];
}

/** `AuditTrail` is described in `audit-trail.md`. */
function fileOf({ name }: ComponentDeclaration): string {
  return `${name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase()}.md`;
}

function renderIndex(components: readonly ComponentDeclaration[]): string {
  return page(
    "# Components",
    INTRODUCTION,
    table(
      ["Component", "What it is", "Controls"],
      components.map((component) => [
        `[${component.name}](${fileOf(component)})`,
        component.doc.text.split("\n\n")[0] ?? "",
        controlsOf(component)
          .map(({ id }) => id)
          .join(", "),
      ]),
    ),
  );
}

function renderComponent(component: ComponentDeclaration): string {
  const { name, doc, options, outputs } = component;
  const { see = [], throws = [] } = doc.tags;
  return page(
    `# ${name}`,
    doc.text,
    ...(throws.length === 0 ? [] : [`Throws ${throws.map(thrown).join("; ")}.`]),
    ["```ts", `import { ${name} } from "ai-governance-baseline";`, "```"].join("\n"),
    "## Options",
    options.length === 0 ? "None." : table(["Option", "Type", "Default", "Meaning"], options.map(optionRow)),
    "## Outputs",
    outputs.length === 0 ? "None." : table(["Output", "Type", "Meaning"], outputs.map(outputRow)),
    ...controlsSection(controlsOf(component)),
    ...(see.length === 0 ? [] : ["## Sources", list(see)]),
  );
}

/** `{OptionError} when ...`: the class, and when. */
function thrown(text: string): string {
  return text.replace(/^\{(\w+)\}/, "`$1`");
}

function optionRow({ name, type, isOptional, doc }: Member): readonly string[] {
  return [code(name), code(type), isOptional ? defaultOf(doc) : "required", doc.text];
}

/** `@default - words` describes what a value cannot. */
function defaultOf({ tags: { default: [value = ""] = [] } }: Docstring): string {
  if (value === "") {
    return "none";
  }
  return value.startsWith("- ") ? value.slice(2) : /^("[^"]*"|\d+|true|false)$/.test(value) ? code(value) : value;
}

function outputRow({ name, type, doc }: Member): readonly string[] {
  return [code(name), code(type), doc.text];
}

function controlsOf({ name }: ComponentDeclaration): readonly Control[] {
  return CONTROLS.filter(
    ({ provisions }: Control) => Array.isArray(provisions) && provisions.some((component) => component === name),
  );
}

function controlsSection(controls: readonly Control[]): readonly string[] {
  return controls.length === 0
    ? []
    : ["## Controls", list(controls.map(({ id, title }) => `[${id}](../controls.md#${id.toLowerCase()}): ${title}`))];
}
