/** The variables by which AWS's SDK finds an account, for the time of a test. */

/** Runs it with these variables, and puts those that were there back. */
export async function inEnvironment<T>(variables: Readonly<Record<string, string>>, run: () => Promise<T>): Promise<T> {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  try {
    return await run();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) {
        // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the environment is a map
        delete process.env[name];
      } else {
        process.env[name] = value;
      }
    }
  }
}
