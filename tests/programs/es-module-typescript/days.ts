export const daysOf = async (kind: string): Promise<number> => (kind === "audit" ? 365 : 30);
