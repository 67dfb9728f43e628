import type { CallNode, Node, SelectorNode } from "../tree.ts";
import { type FunctionOf, isFunctionOf } from "../functions.ts";
import { once } from "../once.ts";
import { type ExpressionValue, mapValue, type VectorElement } from "./value.ts";
import type { EvaluatedCall } from "./world.ts";

type Evaluated = ExpressionValue | undefined;

const ofSeries: Readonly<
  Record<FunctionOf<"series">, (value: Evaluated, node: CallNode, nowSeconds: number) => Evaluated>
> = {
  absent: (value, { args }) => absence(args[0], value),
  label_join: (value, node) => relabelled(node, value),
  label_replace: (value, node) => relabelled(node, value),
  pi: () => Math.PI,
  scalar: (value) => (value === undefined || typeof value === "number" ? undefined : only(value)),
  sort: (value) => value,
  sort_desc: (value) => value,
  time: (_, _node, nowSeconds) => nowSeconds,
  timestamp: (value, _, nowSeconds) => (value === undefined ? undefined : mapValue(value, () => nowSeconds)),
  vector: (value) => (typeof value === "number" ? [{ labels: {}, value }] : undefined),
};

export function seriesFunction({ node, world, evaluate }: EvaluatedCall): Evaluated {
  const { name, args } = node;
  if (!isFunctionOf("series", name)) return undefined;
  const [value] = args.map((arg) => evaluate(arg, world));
  // Of a selector it is when the sample was taken, and not when somebody asks.
  if (name === "timestamp" && world.history && args[0]?.kind === "selector") return undefined;
  return ofSeries[name](value, node, world.nowSeconds);
}

function only(elements: readonly VectorElement[]): number {
  return elements.length === 1 ? (elements[0]?.value ?? NaN) : NaN;
}

/** 1 where there is nothing, with the labels that the selector names. */
export function absence(
  of: Node | undefined,
  value: ExpressionValue | undefined,
): ExpressionValue | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "number" || value.length > 0) return [];
  return [{ labels: of?.kind === "selector" ? labelsNamed(of) : {}, value: 1 }];
}

function labelsNamed({ matchers }: SelectorNode): Readonly<Record<string, string>> {
  const isSaidOnce = (name: string) => matchers.filter((one) => one.name === name).length === 1;
  return Object.fromEntries(
    matchers
      .filter(({ op, name }) => op === "=" && name !== "__name__" && isSaidOnce(name))
      .map(({ name, value }) => [name, value]),
  );
}

/** `label_replace` and `label_join`; undefined where a pattern is not understood. */
function relabelled(node: CallNode, value: ExpressionValue | undefined): ExpressionValue | undefined {
  if (value === undefined || typeof value === "number") return undefined;
  const change = relabelling(node);
  return change && value.map((element) => ({ ...element, labels: change(element.labels) }));
}

type Labels = VectorElement["labels"];

/** What is made of the labels of a series: of the same ones it is asked again and again, while their values change. */
const relabelling = once(({ name, args }: CallNode): ((labels: Labels) => Labels) | undefined => {
  const words = args.slice(1).flatMap((arg) => (arg.kind === "string" ? [arg.value] : []));
  // The name of its metric is none of the labels that are known here.
  if (words.includes("__name__")) return undefined;
  const [label = "", first = "", second = "", third = ""] = words;
  if (name === "label_join") {
    const sources = words.slice(2);
    return once((labels) =>
      withLabel(labels, label, sources.map((source) => labels[source] ?? "").join(first)),
    );
  }
  const pattern = patternOf(third);
  return pattern && once((labels) => replaced(labels, { label, to: first, from: second, pattern }));
});

interface Replacement {
  readonly label: string;
  readonly to: string;
  readonly from: string;
  readonly pattern: RegExp;
}

function replaced(labels: Labels, { label, to, from, pattern }: Replacement): Labels {
  const match = pattern.exec(labels[from] ?? "");
  if (!match) return labels;
  const text = to.replace(
    /\$(?:\$|\{(\w+)\}|(\w+))/g,
    (whole, braced: string | undefined, plain: string | undefined) => {
      if (whole === "$$") return "$";
      const group = braced ?? plain ?? "";
      return (/^\d+$/.test(group) ? match[Number(group)] : match.groups?.[group]) ?? "";
    },
  );
  return withLabel(labels, label, text);
}

function withLabel(labels: Labels, label: string, value: string): Labels {
  const { [label]: _, ...others } = labels;
  return value === "" ? others : { ...others, [label]: value };
}

function patternOf(text: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${text.replaceAll("(?P<", "(?<")})$`, "s");
  } catch {
    return undefined;
  }
}
