import { kmsKeyDeletionWindow } from "../../../../policies/rules/kms/kms-key-deletion-window";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(kmsKeyDeletionWindow, {
  fails: [
    {
      title: "a key just below the minimum",
      set: { deletionWindowInDays: 29 },
      message: "is 29; set it to at least 30",
    },
    {
      title: "a key just below the minimum of the settings",
      set: { deletionWindowInDays: 13 },
      settings: { minimumDays: 14 },
      message: "is 13; set it to at least 14",
    },
  ],
  passes: [
    { title: "the minimum", set: { deletionWindowInDays: 30 } },
    { title: "the minimum of the settings", set: { deletionWindowInDays: 14 }, settings: { minimumDays: 14 } },
    { title: "a key that leaves it to the provider, which waits 30 days", remove: ["deletionWindowInDays"] },
  ],
});
