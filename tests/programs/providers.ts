import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

const tokyo = new aws.Provider("tokyo", { region: "ap-northeast-1" });
const beijing = new aws.Provider("beijing", { region: "cn-north-1" });

class Pair extends pulumi.ComponentResource {
  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("acme:index:Pair", name, {}, opts);
    new aws.sns.Topic(`${name}-inherits`, {}, { parent: this });
    new aws.sns.Topic(`${name}-own`, {}, { parent: this, provider: tokyo });
  }
}

new aws.sns.Topic("default", {});
new aws.sns.Topic("explicit", {}, { provider: tokyo });
new Pair("list", { providers: [beijing] });
new Pair("map", { providers: { aws: beijing } });
new Pair("single", { provider: beijing });
const topic = new aws.sns.Topic("parent", {}, { provider: tokyo });
new aws.sns.TopicPolicy("child", { arn: topic.arn, policy: "{}" }, { parent: topic });
