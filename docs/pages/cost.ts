/** `cost.md`: what `baseline cost` shows, the assumed volumes, and where the prices come from. */
import { type VolumeName, VOLUME_NAMES, VOLUMES } from "../../cost/volumes";
import { PRICES, SOURCES } from "../../facts/prices/prices";
import { PROFILE_NAMES } from "../../settings/schema";
import { table } from "./markdown";

const INTRODUCTION = `# Cost

\`baseline cost\` estimates what a stack costs in a month: what it declares, times assumed volumes, times AWS's list prices. It reads no
account and needs no credentials.

\`\`\`console
$ baseline cost --stack prod
$ baseline cost --state state.json --volumes volumes.yaml --format csv
\`\`\`

Each line says what is counted and where, the quantity and its price, what drives it - a volume, or the number of resources - and what
bounds it: a setting of the account's baseline, a property of the resource, or nothing. There are two figures for each line.
**Month 1** is the first month, in which next to nothing is stored yet. **Steady** is a month in which as much expires as arrives, which
comes when the longest retention has passed. What never expires has no such month: the line says so, and the totals leave it out.

The exit code is 0; 2 when an option, a setting or the file of volumes is wrong, or when the stack uses something for which no source
confirms a price; 3 when the program fails.`;

const LEFT_OUT = `## What it cannot know

- **The account.** Volumes are assumptions; measure them and pass \`--volumes\`.
- **Free tiers, discounts and taxes.** All prices are list prices.
- **Data transfer**, reads of evidence, queries of Logs Insights and Athena, and the functions behind custom Config rules.
- **Filters.** A selector that selects only some events counts as if it selected all of that type, and excluded resource types
  (\`configExcludedTypes\`) do not lower the assumed configuration items: lower the volume.
- **Sizes of single objects.** S3 moves no object under 128 KB to another storage class (\`evidenceStorageClasses\`). Where a bucket's
  objects are smaller on average, as the log files of a quiet trail are, none is taken to move, and the line says so.
- **Other stacks.** Tiers and the free copy of management events count for the whole account, of which this is one stack.
- **What exists already.** A resource that the stack adopts but does not declare is named, not counted.`;

const PRICE_INTRODUCTION = `## Prices

Where the price in a region is not known here, that of a neighboring region stands in; the line and a warning say which. The tables
are in \`facts/prices/\`, in US dollars. \`aws\` means that AWS's own page shows the figure; \`secondary\` that others quote it.`;

export function renderCost(): string {
  return [
    INTRODUCTION,
    "## Volumes\n\nA file of volumes is a JSON or YAML object. What it does not name keeps the profile's value; an unknown name is refused.\n\n```yaml\nmanagementEventsPerMonth: 3500000\nmodelInvocationsPerRegionPerMonth: 40000\n```",
    table(["Volume", ...PROFILE_NAMES, "What is counted, and why this much"], VOLUME_NAMES.map(volumeRow)),
    LEFT_OUT,
    PRICE_INTRODUCTION,
    table(["Price", "USD", "For", "Regions", "Confirmed by"], Object.entries(PRICES).flatMap(priceRows)),
    "## Sources",
    table(
      ["Page", "Read on", "Read in its place"],
      SOURCES.map(({ page, readOn, secondary = "" }) => [page, readOn, secondary]),
    ),
  ].join("\n\n");
}

function volumeRow(name: VolumeName): readonly string[] {
  const { meaning, reason, defaults } = VOLUMES[name];
  return [`\`${name}\``, ...PROFILE_NAMES.map((profile) => String(defaults[profile])), `${meaning}; ${reason}`];
}

function priceRows([id, { usd, per, unit, confirmedBy }]: readonly [
  string,
  (typeof PRICES)[keyof typeof PRICES],
]): readonly (readonly string[])[] {
  const places = "everywhere" in usd ? [["everywhere", usd.everywhere] as const] : Object.entries(usd.byRegion);
  const known = places.flatMap(([region, tiers]) => (tiers === undefined ? [] : [{ region, tiers }]));
  return known.length === 0
    ? [[`\`${id}\``, "not confirmed", `${per} ${unit}`, "", ""]]
    : known.map(({ region, tiers }) => [
        `\`${id}\``,
        tiers
          .map(({ upTo, usd: rate }) => (upTo === undefined ? String(rate) : `${rate} up to ${upTo}`))
          .join(", then "),
        `${per} ${unit}`,
        region,
        confirmedBy,
      ]);
}
