/** The Python of this machine, if it has what requirements.txt names: moto, which simulates AWS, and AWS's models of its services. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const REQUIREMENTS = "tests/support/simulated-account/requirements.txt";

export const HOW_TO_GET_MOTO = `Install it for the python3 on PATH (python3 -m pip install -r ${REQUIREMENTS}, in a virtual environment) and run again.`;

/** Ends well where the versions that the file names are installed: with older models the judge of calls would know fewer of them. */
const HAS_REQUIREMENTS = `
import sys
from importlib.metadata import version
for line in open(sys.argv[1]):
    if not line.startswith("#"):
        name, wanted = line.strip().split("==")
        assert version(name.split("[")[0]) == wanted
import moto.moto_server.werkzeug_app
`;

let found: { readonly python: string | undefined } | undefined;

/** The command that starts such a Python; `undefined` where there is none. Looked for once. */
export function findPython(): string | undefined {
  found ??= {
    python: ["python3", "python"].find(
      (command) =>
        spawnSync(command, ["-c", HAS_REQUIREMENTS, join(__dirname, "requirements.txt")], { stdio: "ignore" })
          .status === 0,
    ),
  };
  return found.python;
}
