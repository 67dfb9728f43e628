import type { Node } from "../../promql/tree.ts";
import { printPromql } from "../../promql/print.ts";
import { sayAggregation } from "./say-aggregation.ts";
import { sayBinary } from "./say-binary.ts";
import { sayCall } from "./say-call.ts";
import { saySelector } from "./say-selector.ts";
import { type Said, type Saying, type SeriesNamed, Unsayable, type UnsayableKind } from "./said.ts";
import { calling } from "./word-code.ts";
import { asVector } from "./as-vector.ts";

export type Worded = { readonly said: Said } | { readonly kind: UnsayableKind; readonly reason: string };

/** An expression in typed words of the language, or why there are none for it. */
export function inWords(node: Node, series: SeriesNamed): Worded {
  const saying: Saying = { series, say: (part) => say(part, saying) };
  try {
    return { said: saying.say(node) };
  } catch (error) {
    if (!(error instanceof Unsayable)) throw error;
    return { kind: error.kind, reason: error.message };
  }
}

function say(node: Node, saying: Saying): Said {
  switch (node.kind) {
    case "selector":
      return saySelector(node, saying.series);
    case "call":
      return sayCall(node, saying);
    case "aggregation":
      return sayAggregation(node, saying);
    case "binary":
      return sayBinary(node, saying);
    case "negation": {
      const of = asVector(saying.say(node.of));
      return { ...of, kind: "vector", code: calling(of.code, "neg") };
    }
    case "number":
    case "string":
    case "range":
    case "subquery":
    case "text":
      throw new Unsayable("number", printPromql(node));
  }
}
