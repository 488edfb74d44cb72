/** Archives of texts, such as the code of a function: Pulumi takes them as they are, Terraform as a file. */
import { execFileSync } from "node:child_process";
import type { WireValue } from "../../../pulumi/stack-state";
import { ARCHIVE_SIGNATURE, isWireMap, signatureOf } from "../../../pulumi/wire";

/** Each file's name -> its text. */
export type Archive = Readonly<Record<string, string>>;

/** What is in an archive of texts; `undefined` for any other value. */
export function archiveIn(value: WireValue | undefined): Archive | undefined {
  const assets = isWireMap(value) && signatureOf(value) === ARCHIVE_SIGNATURE ? value["assets"] : undefined;
  if (!isWireMap(assets)) {
    return undefined;
  }
  const texts = Object.entries(assets).map(([name, asset]) => [name, isWireMap(asset) ? asset["text"] : undefined]);
  return texts.every(([, text]) => typeof text === "string")
    ? (Object.fromEntries(texts) as Archive) // every one is a text
    : undefined;
}

/** Node.js has no archives; where an account is simulated there is Python, which has. */
const WRITE = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as archive:
    for name, text in json.load(sys.stdin).items():
        archive.writestr(name, text)
`;

export function writeArchive(file: string, archive: Archive): void {
  execFileSync("python3", ["-c", WRITE, file], { input: JSON.stringify(archive) });
}
