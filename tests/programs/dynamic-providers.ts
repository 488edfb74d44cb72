import * as pulumi from "@pulumi/pulumi";
import { LogGroup } from "@pulumi/aws/cloudwatch";

class Numbers implements pulumi.dynamic.ResourceProvider {
  async create(inputs: { seed: number }): Promise<pulumi.dynamic.CreateResult> {
    throw new Error(`a preview creates nothing (${inputs.seed})`);
  }
}

class Dice extends pulumi.dynamic.Resource {
  readonly face!: pulumi.Output<number>;
  constructor(name: string, seed: number) {
    super(new Numbers(), name, { seed, face: undefined });
  }
}

const dice = new Dice("dice", 6);
new LogGroup("logs", { retentionInDays: dice.face });
