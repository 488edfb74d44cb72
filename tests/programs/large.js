const { LogGroup } = require("@pulumi/aws/cloudwatch");
for (let index = 0; index < 500; index += 1) {
  new LogGroup(`logs-${String(index).padStart(3, "0")}`, { retentionInDays: index % 100 === 0 ? 1 : 365 });
}
