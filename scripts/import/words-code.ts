import type { WordArgument, WordCall, WordCode, WordHead } from "../../generators/import/words/word-code.ts";
import {
  type Bracketed,
  call,
  type Chain,
  chain,
  type Code,
  keyOf,
  list,
  object,
  text,
} from "../code/code.ts";

/** How a file calls the handle of a metric or of a recording, by its name in PromQL: `sales.shop_orders_total`. */
export type HandleOf = (name: string) => string;

/** An expression in words as it is written into a file. */
export function codeOfWords({ head, calls }: WordCode, handleOf: HandleOf): Chain | Bracketed | string {
  const start = headCode(head, handleOf);
  return calls.length === 0 ? start : chain(start, ...calls.map((one) => callCode(one, handleOf)));
}

function headCode(head: WordHead, handleOf: HandleOf): string | Bracketed {
  if (head.kind === "word") {
    const codes = argumentsCode(head.args, handleOf);
    // Numbers stay on the line of their word, and what is called of it goes to the next ones.
    const isShort = codes.every((code) => typeof code === "string");
    return isShort ? `${head.word}(${codes.join(", ")})` : call(head.word, codes);
  }
  const handle = handleOf(head.name);
  return head.part === undefined ? handle : `${handle}.${head.part}`;
}

function callCode({ method, args }: WordCall, handleOf: HandleOf): Code {
  const codes = argumentsCode(args, handleOf);
  const [only] = args;
  // Options stay on the line of their call.
  if (
    args.length === 1 &&
    only?.kind === "options" &&
    typeof codes[0] === "object" &&
    codes[0].kind === "bracketed"
  )
    return { ...codes[0], open: `${method}({`, close: "})" };
  return codes.length === 0 ? `${method}()` : call(method, codes);
}

function argumentsCode(args: readonly WordArgument[], handleOf: HandleOf): Code[] {
  return args.map((argument) => argumentCode(argument, handleOf));
}

function argumentCode(argument: WordArgument, handleOf: HandleOf): Code {
  switch (argument.kind) {
    case "text":
      return text(argument.value);
    case "number":
      return String(argument.value);
    case "pattern":
      return argument.value;
    case "quantity":
      return argument.code;
    case "list":
      return list(argument.values.map(text));
    case "expression":
      return codeOfWords(argument.code, handleOf);
    case "options":
      return object(
        "",
        argument.entries.map(([key, value]) => ({ key: keyOf(key), value: argumentCode(value, handleOf) })),
      );
  }
}
