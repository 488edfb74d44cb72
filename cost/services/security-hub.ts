/** What Security Hub costs: each check of a control, in each region. */
import { everyMonth, ofType, type Usage, type UsagesOf } from "../usage";

export const securityHubUsages: UsagesOf = (account) =>
  ofType(account, "aws:securityhub/account:Account").map((hub): Usage => ({
    price: "securityHub.checks",
    what: "checks of controls",
    resource: hub,
    quantity: everyMonth(account.volumes.controlChecksPerRegionPerMonth),
    drivers: ["controlChecksPerRegionPerMonth"],
    bound: { setting: "detection" },
    note: "the rules of AWS Config that Security Hub makes for itself are not charged; the first 30 days are free",
  }));
