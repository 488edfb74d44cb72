import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import { costCsvReport } from "../../reports/cost-csv";
import { costJsonReport } from "../../reports/cost-json";
import { costMarkdownReport } from "../../reports/cost-markdown";
import { type CostReport, money, priceText, quantityText } from "../../reports/cost-report";
import { costTerminalReport } from "../../reports/cost-terminal";
import { textWidth } from "../../reports/wrap";
import { estimateOf, resource, selector } from "../cost/stacks";

/** A line whose price stands in, one without a price, one that grows, and a type's name that no terminal should show as it is. */
const HOSTILE = "\u001B[31m=1+1|`<b>`@team";
const report: CostReport = {
  project: "team",
  stack: "dev",
  account: { id: "111122223333", placeholder: false },
  region: "eu-central-1",
  estimate: estimateOf([
    resource("aws:cloudwatch/logGroup:LogGroup", "logs", { name: "/aws/eks/inference/cluster" }),
    resource("aws:sns/topicSubscription:TopicSubscription", "sms", { protocol: "sms" }),
    resource("aws:cloudtrail/trail:Trail", "trail", {
      advancedEventSelectors: [selector({ eventCategory: ["Data"], "resources.type": [HOSTILE] })],
    }),
  ]),
};

describe("The figures of a cost report", () => {
  it("are dollars with cents, and a question mark for what is not known", () => {
    assert.deepEqual([money(1234.5), money(0.004), money(null)], ["1,234.50", "0.00", "?"]);
  });

  it("are a quantity once where it stays the same, and twice where it does not", () => {
    const text = (month1: number, steady: number | "grows"): string =>
      quantityText({ quantity: { month1, steady }, unit: "GB-months" });
    assert.equal(text(1000, 1000), "1,000 GB-months");
    assert.equal(text(1.234, 56.789), "1.23, later 56.79 GB-months");
    assert.equal(text(1, "grows"), "1, later growing for ever GB-months");
  });

  it("are the first tier of a price, and whose it is", () => {
    const events = { unit: "events", price: { tiers: [{ usd: 0.1 }], per: 100_000, confirmedBy: "aws" } } as const;
    assert.equal(priceText(events), "$0.10 per 100,000 events");
    assert.equal(
      priceText({
        unit: "GB-months",
        price: { tiers: [{ upTo: 51_200, usd: 0.0245 }, { usd: 0.0235 }], per: 1, confirmedBy: "secondary" },
        standIn: "eu-central-1",
      }),
      "$0.0245 per GB-month up to 51,200, the price of eu-central-1",
    );
    assert.equal(priceText({ ...events, price: null }), "price not confirmed");
  });
});

describe("The cost report", () => {
  it("fits the terminal, and hides no control character in it", () => {
    for (const width of [60, 80, 120]) {
      const text = costTerminalReport(report, { width, color: false });
      const wide = text.split("\n").filter((line) => textWidth(line) > width);
      assert.deepEqual(wide, []);
      assert.ok(!text.includes("\u001B"));
    }
  });

  it("says in the terminal which prices stand in, which are missing, and what grows", () => {
    const text = costTerminalReport(report, { width: 400, color: false });
    assert.match(
      text,
      /^WARN CloudWatch Logs, .*price in eu-central-1 is not known here, so that of eu-west-1 stands in$/m,
    );
    assert.match(text, /^WARN SNS, messages delivered by sms .*: price not confirmed, not in the totals$/m);
    assert.match(text, /^WARN CloudWatch Logs, .* stored for ever .*: grows for ever/m);
    assert.match(text, /^ +\? +\? {2}messages delivered by sms/m);
  });

  it("is a table in CSV, without formulas", () => {
    const rows = parse(costCsvReport(report), { columns: true }) as readonly Record<string, string>[]; // named columns
    assert.equal(rows.length, report.estimate.lines.length);
    const stored = rows.find(({ what }) => (what ?? "").includes("stored"));
    assert.deepEqual([stored?.["quantity when steady"], stored?.["USD when steady"]], ["grows", ""]);
    const sms = rows.find(({ service }) => service === "SNS");
    assert.deepEqual([sms?.["USD, by tiers"], sms?.["USD in month 1"]], ["not confirmed", ""]);
    const ingested = rows.find(({ what }) => (what ?? "").includes("ingested"));
    assert.equal(ingested?.["USD, by tiers"], "0.57 up to 10240; 0.285 up to 30720; 0.114 up to 51200; 0.057");
    assert.equal(ingested["price of"], "eu-west-1");
  });

  it("is the estimate with its place in JSON", () => {
    const { estimate, ...place } = report;
    assert.deepEqual(JSON.parse(costJsonReport(report)), {
      ...(JSON.parse(JSON.stringify({ ...place, ...estimate })) as object), // as JSON has it
      currency: "USD",
    });
  });

  it("is text in Markdown, whatever a resource is called", () => {
    const text = costMarkdownReport(report);
    assert.ok(!text.includes("<b>") && !text.includes("@team") && !text.includes("\u001B"));
    const columns = text
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .map((line) => line.split(" | ").length);
    assert.deepEqual([...new Set(columns)].sort(), [3, 8]);
  });
});
