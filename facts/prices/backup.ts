/** List prices of AWS Backup, which charges for what backups hold, by the kind of what was backed up. */
import type { Source } from "../source";
import { flat, type Price } from "./price";

export const SOURCES: readonly Source[] = [
  {
    page: "https://aws.amazon.com/backup/pricing/",
    readOn: "2026-11-27",
    secondary:
      "the prices of US East (N. Virginia) in warm storage, as public documents of February and June 2026 quote them",
  },
];

const STORED = { service: "Backup", per: 1, unit: "GB-months", confirmedBy: "secondary" } as const;

export const BACKUP_PRICES = {
  "backup.bucket": { ...STORED, usd: { byRegion: { "us-east-1": flat(0.05) } } },
  "backup.database": { ...STORED, usd: { byRegion: { "us-east-1": flat(0.095) } } },
  "backup.file-system": { ...STORED, usd: { byRegion: { "us-east-1": flat(0.05) } } },
  "backup.table": { ...STORED, usd: { byRegion: { "us-east-1": flat(0.1) } } },
  "backup.volume": { ...STORED, usd: { byRegion: { "us-east-1": flat(0.05) } } },
} as const satisfies Readonly<Record<string, Price>>;
