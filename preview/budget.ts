/**
 * How much a program may tell: as much as the largest stacks, and no more than this process can keep. A program can
 * register without end.
 */
import type * as grpc from "@grpc/grpc-js";

export interface Limits {
  /** Requests of every kind: registrations, outputs, functions, texts of the log. */
  readonly requests: number;
  /** Bytes of all requests together. */
  readonly bytes: number;
}

/** The largest stacks have some ten thousand resources, of some kilobytes each. */
export const LIMITS: Limits = { requests: 500_000, bytes: 512 * 1024 * 1024 };

/** In bytes. The engine takes larger ones, but no resource has such inputs: what is large is a file, and named by its path. */
export const LARGEST_REQUEST = 64 * 1024 * 1024;

export class Budget {
  private requests = 0;
  private bytes = 0;

  /** @param onExceeded called with the reason at each request beyond a limit. */
  constructor(
    private readonly onExceeded: (reason: string) => void,
    private readonly limits: Limits = LIMITS,
  ) {}

  /** @throws Error beyond a limit */
  spend(bytes: number): void {
    this.requests++;
    this.bytes += bytes;
    const { requests, bytes: most } = this.limits;
    const reason =
      this.requests > requests
        ? `sends more than ${requests} requests`
        : this.bytes > most
          ? `sends more than ${most} bytes`
          : undefined;
    if (reason !== undefined) {
      this.onExceeded(`It ${reason}, the most that a preview takes. Is there a loop in it that does not end?`);
      throw new Error(reason);
    }
  }

  /** The service, with every request counted before it is read. */
  of<Service extends grpc.ServiceDefinition>(service: Service): Service {
    const counted = Object.entries(service).map(([name, method]) => [
      name,
      {
        ...method,
        requestDeserialize: (bytes: Buffer): unknown => {
          this.spend(bytes.length);
          return method.requestDeserialize(bytes);
        },
      },
    ]);
    // Reason for the cast: each method is there, with the same form.
    return Object.fromEntries(counted) as Service;
  }
}
