const { LogGroup } = require("@pulumi/aws/cloudwatch");
process.stdout.write('50051\n{"summary": {}}\n\u0000\u001b[31m'.repeat(1000));
console.error("warning: not an error");
new LogGroup("logs", { retentionInDays: 14 });
