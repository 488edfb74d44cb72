/** `access-review.csv`, for a spreadsheet: one line for each holder and store. */
import type { Access, AccessHolder, EvidenceStore } from "../../account/access/access";
import { csvLines } from "../csv";
import type { AccessReviewReport } from "./report";

interface Row {
  readonly report: AccessReviewReport;
  readonly access: Access;
  readonly holder: AccessHolder;
  readonly store: Pick<EvidenceStore, "kind" | "name" | "arn" | "region">;
}

const COLUMNS: Readonly<Record<string, (row: Row) => string>> = {
  holder: ({ holder }) => holder.id,
  kind: ({ holder }) => holder.kind,
  outside: ({ holder }) => yesOrNo(holder.outside),
  "last used": ({ holder }) => holder.lastUsed ?? "",
  "taken on by": ({ holder }) => holder.trusts.join("; "),
  store: ({ store }) => store.name,
  "kind of store": ({ store }) => store.kind,
  region: ({ store }) => store.region,
  "store ARN": ({ store }) => store.arn,
  read: ({ access }) => yesOrNo(access.kinds.includes("read")),
  unmask: ({ access }) => yesOrNo(access.kinds.includes("unmask")),
  copy: ({ access }) => yesOrNo(access.kinds.includes("copy")),
  "with key": ({ access }) => (access.withKey === undefined ? "" : yesOrNo(access.withKey)),
  "only under conditions": ({ access }) => yesOrNo(access.conditional),
  certain: ({ access }) => yesOrNo(access.certain),
  actions: ({ access }) => access.actions.join("; "),
  by: ({ access }) => access.by.join("; "),
  account: ({ report }) => report.account,
  "read at": ({ report }) => report.at,
  "read by": ({ report }) => report.caller,
};

export function accessReviewCsv(report: AccessReviewReport): string {
  const { stores, holders, access } = report.review;
  const byArn = new Map(stores.map((store) => [store.arn, store]));
  const byId = new Map(holders.map((holder) => [holder.id, holder]));
  const rows = access.flatMap((one) => {
    const [store, holder] = [byArn.get(one.store), byId.get(one.holder)];
    return store === undefined || holder === undefined ? [] : [{ report, access: one, holder, store }];
  });
  return csvLines([Object.keys(COLUMNS), ...rows.map((row) => Object.values(COLUMNS).map((value) => value(row)))]);
}

function yesOrNo(is: boolean): string {
  return is ? "yes" : "no";
}
