/** How much of the internet source networks take in. */
import { isIPv4, isIPv6 } from "node:net";
import { NARROWEST_PUBLIC_PREFIX } from "../../facts/iam/condition-keys";

interface Range {
  readonly first: bigint;
  readonly last: bigint;
}

/**
 * Whether the CIDR blocks together take in no more addresses than S3 lets a policy have that it does not call public. What is no
 * CIDR block is taken for everything.
 */
export function areNarrow(blocks: readonly string[]): boolean {
  return FAMILIES.every(({ bits, is, read, narrowest }) => {
    const ranges = blocks.filter((block) => !isOther(block, is)).map((block) => rangeOf(block, bits, is, read));
    return (
      !ranges.includes(undefined) &&
      sizeOf(ranges.filter((range) => range !== undefined)) <= 2n ** BigInt(bits - narrowest)
    );
  });
}

interface Family {
  readonly bits: number;
  readonly is: (address: string) => boolean;
  readonly read: (address: string) => bigint;
  readonly narrowest: number;
}

const FAMILIES: readonly Family[] = [
  { bits: 32, is: isIPv4, read: readIPv4, narrowest: NARROWEST_PUBLIC_PREFIX.ipv4 },
  { bits: 128, is: isIPv6, read: readIPv6, narrowest: NARROWEST_PUBLIC_PREFIX.ipv6 },
];

/** Whether the block is one of another family, rather than of none. */
function isOther(block: string, is: Family["is"]): boolean {
  const [address = ""] = block.split("/");
  return !is(address) && FAMILIES.some((family) => family.is(address));
}

function rangeOf(block: string, bits: number, is: Family["is"], read: Family["read"]): Range | undefined {
  const [address = "", prefix = String(bits), ...more] = block.split("/");
  const length = Number(prefix);
  if (!is(address) || more.length > 0 || !/^\d+$/.test(prefix) || length > bits) {
    return undefined;
  }
  const size = 2n ** BigInt(bits - length);
  const first = (read(address) / size) * size;
  return { first, last: first + size - 1n };
}

/** The number of addresses, those in several ranges counted once. */
function sizeOf(ranges: readonly Range[]): bigint {
  let size = 0n;
  let end = -1n;
  for (const { first, last } of [...ranges].sort((one, other) => (one.first < other.first ? -1 : 1))) {
    const start = first > end ? first : end + 1n;
    if (last >= start) {
      size += last - start + 1n;
      end = last;
    }
  }
  return size;
}

function readIPv4(address: string): bigint {
  return address.split(".").reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function readIPv6(address: string): bigint {
  const [head = "", tail] = address
    .replace(/%.*$/, "")
    .replace(/[\d.]+$/, asGroups)
    .split("::");
  const groups = (text: string): string[] => (text === "" ? [] : text.split(":"));
  const [before, after] = [groups(head), groups(tail ?? "")];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array.from({ length: zeros }, () => "0"), ...after].reduce(
    (sum, group) => sum * 65536n + BigInt(`0x${group}`),
    0n,
  );
}

/** The last two groups may be written as an address of IPv4. */
function asGroups(end: string): string {
  if (!isIPv4(end)) {
    return end;
  }
  const value = readIPv4(end);
  return `${(value / 65536n).toString(16)}:${(value % 65536n).toString(16)}`;
}
