/** Answers of functions that the operator gave, for those that only an account can answer. */
import type { WireMap, WireValue } from "../pulumi/stack-state";
import { isWireList, isWireMap } from "../pulumi/wire";

export interface GivenAnswer {
  /** Pulumi's token: `aws:ec2/getVpc:getVpc`. */
  readonly function: string;
  /** The arguments of the calls that it answers. @default all calls of the function */
  readonly arguments?: WireMap;
  readonly result: WireMap;
}

export class GivenAnswers {
  private readonly used = new Set<GivenAnswer>();

  constructor(private readonly answers: readonly GivenAnswer[]) {}

  /** The result of the first answer to such a call; `undefined` if there is none. */
  resultOf(token: string, args: WireMap): WireMap | undefined {
    const found = this.answers.find(
      (answer) =>
        answer.function === token && (answer.arguments === undefined || ordered(answer.arguments) === ordered(args)),
    );
    if (found !== undefined) {
      this.used.add(found);
    }
    return found?.result;
  }

  /** What no call asked for. */
  get unused(): readonly GivenAnswer[] {
    return this.answers.filter((answer) => !this.used.has(answer));
  }
}

/** As JSON, in which the order of names says nothing. */
function ordered(value: WireValue): string {
  return JSON.stringify(inOrder(value));
}

function inOrder(value: WireValue): WireValue {
  if (isWireList(value)) {
    return value.map(inOrder);
  }
  return isWireMap(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([name, inner]) => [name, inOrder(inner)]),
      )
    : value;
}
