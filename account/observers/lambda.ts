/** Lambda functions, and who may call them. */
import type * as aws from "@pulumi/aws";
import type { WireMap } from "../../pulumi/stack-state";
import { isWireMap } from "../../pulumi/wire";
import { type Properties, type Subject, camelCased, observer, textOf } from "../observer";
import type { Reader } from "../reader";

export const functionObserver = observer<aws.lambda.FunctionArgs>({
  type: "aws:lambda/function:Function",
  check: "verify-lambda-function-as-declared",
  parts: [
    {
      properties: [
        "name",
        "description",
        "runtime",
        "architectures",
        "handler",
        "role",
        "memorySize",
        "timeout",
        "environment",
        "loggingConfig",
        "reservedConcurrentExecutions",
      ],
      read: readFunction,
    },
  ],
  notCompared: {
    code: "The account has a digest of an archive, which differs with every archive of the same text.",
  },
});

async function readFunction(reader: Reader, { id, region }: Subject): Promise<Properties | undefined> {
  const found = await reader.read("lambda:GetFunction", region, { FunctionName: id });
  const { Configuration: configuration, Concurrency: concurrency } = found ?? {};
  const { LoggingConfig: logging } = configuration ?? {};
  return (
    configuration && {
      name: configuration.FunctionName,
      description: configuration.Description,
      runtime: configuration.Runtime,
      architectures: configuration.Architectures ?? null,
      handler: configuration.Handler,
      role: configuration.Role,
      memorySize: configuration.MemorySize,
      timeout: configuration.Timeout,
      // The names of variables are the owner's own.
      environment: configuration.Environment && { variables: { ...configuration.Environment.Variables } },
      loggingConfig: camelCased(logging),
      reservedConcurrentExecutions: concurrency?.ReservedConcurrentExecutions,
    }
  );
}

export const permissionObserver = observer<aws.lambda.PermissionArgs>({
  type: "aws:lambda/permission:Permission",
  check: "verify-lambda-permission-as-declared",
  parts: [
    {
      properties: ["statementId", "action", "function", "principal", "sourceAccount", "sourceArn"],
      read: readPermission,
    },
  ],
});

/** The statement of the function's policy, in the form that Lambda writes: one principal, one condition an operator. */
async function readPermission(reader: Reader, { inputs, region }: Subject): Promise<Properties | undefined> {
  const found = await reader.read("lambda:GetPolicy", region, { FunctionName: textOf(inputs["function"]) });
  const statement = statementsOf(found?.Policy).find(({ Sid }) => Sid === inputs["statementId"]);
  const condition = (operator: string, key: string): string | undefined => {
    const held = textOf(mapIn(mapIn(statement, "Condition"), operator)[key]);
    return held === "" ? undefined : held;
  };
  return (
    statement && {
      statementId: statement["Sid"],
      action: statement["Action"],
      function: inputs["function"],
      principal: mapIn(statement, "Principal")["Service"] ?? statement["Principal"],
      sourceAccount: condition("StringEquals", "AWS:SourceAccount"),
      sourceArn: condition("ArnLike", "AWS:SourceArn"),
    }
  );
}

function statementsOf(policy: string | undefined): readonly WireMap[] {
  const parsed: unknown = policy === undefined ? undefined : JSON.parse(policy);
  const statements: unknown =
    typeof parsed === "object" && parsed !== null && "Statement" in parsed ? parsed.Statement : [];
  return Array.isArray(statements) ? statements.filter(isWireMap) : [];
}

function mapIn(map: WireMap | undefined, name: string): WireMap {
  const value = map?.[name];
  return isWireMap(value) ? value : {};
}
