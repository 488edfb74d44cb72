import { keyDeletionWindow } from "../../../../policies/rules/kms/key-deletion-window";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(keyDeletionWindow, {
  fails: [
    {
      title: "a key just below the minimum",
      set: { deletionWindowInDays: 29 },
      message: "is 29; it must be at least 30",
    },
    {
      title: "a key just below the minimum of the configuration",
      set: { deletionWindowInDays: 13 },
      config: { minimumDays: 14 },
      message: "is 13; it must be at least 14",
    },
  ],
  passes: [
    { title: "the minimum", set: { deletionWindowInDays: 30 } },
    { title: "the minimum of the configuration", set: { deletionWindowInDays: 14 }, config: { minimumDays: 14 } },
    { title: "a key that leaves it to the provider, which waits 30 days", remove: ["deletionWindowInDays"] },
  ],
});
