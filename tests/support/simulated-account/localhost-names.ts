/** Names below `localhost`, which not every machine's resolver knows: https://www.rfc-editor.org/rfc/rfc6761#section-6.3 */
import dns from "node:dns";

const LOOPBACK = { address: "127.0.0.1", family: 4 } as const;

let known = false;

/**
 * Has this process find `ANYTHING.localhost` on this machine. Control operations of S3 go to a host named by the account, also where
 * an endpoint is given.
 * @see https://docs.aws.amazon.com/general/latest/gr/s3.html
 */
export function resolveLocalhostNames(): void {
  if (known) {
    return;
  }
  known = true;
  const { lookup } = dns;
  // The function has many forms, of which Node.js's own clients use the one with a callback at the end.
  const extended = (hostname: string, ...rest: readonly unknown[]): unknown => {
    const [options, done] = rest.length === 1 ? [{}, rest[0]] : rest;
    if (!hostname.endsWith(".localhost") || typeof done !== "function") {
      return Reflect.apply(lookup, dns, [hostname, ...rest]);
    }
    const all = typeof options === "object" && options !== null && "all" in options && options.all === true;
    const answer = all ? [[LOOPBACK]] : [LOOPBACK.address, LOOPBACK.family];
    process.nextTick(() => {
      Reflect.apply(done, undefined, [null, ...answer]);
    });
    return undefined;
  };
  Object.assign(dns, { lookup: extended });
}
