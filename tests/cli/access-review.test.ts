/** `baseline access-review` without an account; tests/simulated-account has the rest. */
import { assertRefused, baseline, removeTemporaryFolders, temporaryFile, temporaryFolder } from "./command";

const NO_ACCOUNT = {
  AWS_ACCESS_KEY_ID: "",
  AWS_SECRET_ACCESS_KEY: "",
  AWS_PROFILE: "",
  AWS_SHARED_CREDENTIALS_FILE: "/none",
  AWS_CONFIG_FILE: "/none",
  AWS_EC2_METADATA_DISABLED: "true",
};

const STATE = {
  version: 3,
  deployment: {
    manifest: { time: "", magic: "", version: "v3.260.0" },
    resources: [
      {
        urn: "urn:pulumi:prod::governance::aws:cloudwatch/logGroup:LogGroup::invocations",
        type: "aws:cloudwatch/logGroup:LogGroup",
        custom: true,
        id: "invocations",
        inputs: { region: "eu-central-1" },
        outputs: { arn: "arn:aws:logs:eu-central-1:111122223333:log-group:invocations" },
      },
    ],
  },
};

describe("baseline access-review, without an account", function () {
  this.timeout(60_000);
  after(removeTemporaryFolders);

  const review = (...args: readonly string[]) =>
    baseline(["access-review", "--state", temporaryFile("state.json", STATE), "--out", temporaryFolder(), ...args], {
      environment: NO_ACCOUNT,
    });

  it("says that there are no credentials, and how to give some", async () => {
    assertRefused(await review(), 2, /has no usable credentials/, /AWS_PROFILE/);
  });

  it("refuses options that are wrong", async () => {
    assertRefused(await review("--unused-days", "0"), 2, /whole number of days, at least 1/);
    assertRefused(await review("--fail-on", "strangers"), 2, /outside, unmask, unused, not-reviewed/);
  });
});
