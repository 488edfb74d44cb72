/**
 * Whether a program has declared all that it declares. Pure.
 *
 * A signal of completion proves nothing by itself: any process that knows the monitor's address can send it. A stack is
 * complete when the program's own process ended by itself with success, all that it had asked was answered by then, and
 * nothing was declared after the signal.
 */

/** Something is declared when nothing can be declared any more. */
export class TooLateError extends Error {}

export class Completion {
  private unanswered = 0;
  private signaled = false;
  private ended = false;
  private objection: string | undefined;

  /**
   * A declaration has arrived.
   *
   * @param what the declaration, for the message: `registered aws:s3/bucket:Bucket logs`
   * @returns to be called once it is answered
   * @throws {@link TooLateError} after the signal, and after the program's end
   */
  begin(what: string): () => void {
    const when = this.ended ? "its process had ended" : this.signaled ? "it had signaled its end" : undefined;
    if (when !== undefined) {
      const objection = `it ${what} after ${when}`;
      this.objection ??= objection;
      throw new TooLateError(`The program is complete: ${objection}.`);
    }
    this.unanswered++;
    return () => {
      this.unanswered--;
    };
  }

  /** The program says that it has declared everything. */
  signal(): void {
    if (this.unanswered > 0) {
      this.objection ??= `it signaled its end while ${counted(this.unanswered)}`;
    }
    this.signaled = true;
  }

  /** The program's process has ended. */
  end(): void {
    if (this.unanswered > 0) {
      this.objection ??= `it ended while ${counted(this.unanswered)}`;
    }
    this.ended = true;
  }

  /** Whether the program's process has ended. */
  get hasEnded(): boolean {
    return this.ended;
  }

  /** Whether the program has said that it has declared everything. */
  get isSignaled(): boolean {
    return this.signaled;
  }

  /** Why what was declared cannot be taken for the whole; `undefined` if nothing speaks against it. */
  get incomplete(): string | undefined {
    return this.objection;
  }
}

function counted(unanswered: number): string {
  return unanswered === 1 ? "one declaration was not answered yet" : `${unanswered} declarations were not answered yet`;
}
