/** What a test run has to end: processes and folders that its files share. */
const cleanups: (() => Promise<void>)[] = [];

/** Has something done when every test of the run has ended. */
export function atEnd(cleanup: () => Promise<void>): void {
  cleanups.push(cleanup);
}

/** For mocha's root hooks. */
export async function cleanUp(): Promise<void> {
  await Promise.all(cleanups.splice(0).map((cleanup) => cleanup()));
}
