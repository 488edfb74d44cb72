/** What a simulated account needs of this machine: a Python with moto, and Terraform for what is deployed to it. */
import { HOW_TO_GET_TERRAFORM, PROVIDER_SOURCE, PROVIDER_VERSION, hasTerraform } from "./real-provider/terraform";
import { HOW_TO_GET_MOTO, findPython } from "./simulated-account/python";

/** What `ACCOUNT` may demand: `required` everything, `simulated` only what simulates AWS. */
const DEMANDS: Readonly<Record<string, readonly Tool[]>> = { simulated: ["moto"], required: ["moto", "terraform"] };

type Tool = "moto" | "terraform";

/**
 * Skips the suite where no account can be simulated, and says so loudly.
 * @throws where none can be simulated although `ACCOUNT=required` or `ACCOUNT=simulated` says that it must.
 */
export function requireSimulatedAccount(suite: Mocha.Context): void {
  if (findPython() === undefined) {
    missing(
      suite,
      "moto",
      "NO ACCOUNT WAS SIMULATED: no python3 on PATH has moto in the version that the tests name.",
      HOW_TO_GET_MOTO,
    );
  }
}

/**
 * As {@link requireSimulatedAccount}, for suites that deploy a stack to the account.
 * @throws where that cannot be done although `ACCOUNT=required` says that it must.
 */
export function requireRealProvider(suite: Mocha.Context): void {
  requireSimulatedAccount(suite);
  if (!hasTerraform()) {
    const provider = `${PROVIDER_SOURCE} ${PROVIDER_VERSION}`;
    missing(
      suite,
      "terraform",
      `THE REAL PROVIDER HAS NOT SEEN THE STACK: no Terraform with ${provider}.`,
      HOW_TO_GET_TERRAFORM,
    );
  }
}

const said = new Set<Tool>();

function missing(suite: Mocha.Context, tool: Tool, what: string, howToGetIt: string): never {
  const demand = process.env["ACCOUNT"];
  if (demand !== undefined && DEMANDS[demand]?.includes(tool)) {
    throw new Error(`${what} ACCOUNT=${demand} makes that a failure. ${howToGetIt}`);
  }
  if (!said.has(tool)) {
    const line = "!".repeat(100);
    console.warn(`\n${line}\n${what}\n${howToGetIt}\n${line}\n`);
    said.add(tool);
  }
  return suite.skip();
}
