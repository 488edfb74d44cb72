/** The Python of this machine, if it has moto, which simulates AWS. */
import { spawnSync } from "node:child_process";

export const HOW_TO_GET_MOTO =
  'Install it for the python3 on PATH (python3 -m pip install "moto[server]==5.2.1", in a virtual environment) and run again.';

const HAS_MOTO = "import moto.moto_server.werkzeug_app";

let found: { readonly python: string | undefined } | undefined;

/** The command that starts a Python with moto; `undefined` where there is none. Looked for once. */
export function findPython(): string | undefined {
  found ??= {
    python: ["python3", "python"].find(
      (command) => spawnSync(command, ["-c", HAS_MOTO], { stdio: "ignore" }).status === 0,
    ),
  };
  return found.python;
}
