import type { SyntaxNode } from "@lezer/common";
import { unitArithmetic } from "../language/unit.ts";
import type { LabelSpec } from "../language/label.ts";
import { inferHistogramCall } from "./infer-histogram.ts";
import { joinedLabel, replacedLabel } from "./infer-label-call.ts";
import { type ExpressionType, unknownType } from "./expression-type.ts";
import { type Argument, type Inference, within } from "./inference.ts";
import type { Matcher } from "./extraction.ts";
import { withoutParentheses } from "./parse.ts";

/** These give values of the samples they are given, or values between them. */
const keepBound: ReadonlySet<string> = new Set([
  "avg_over_time",
  "last_over_time",
  "max_over_time",
  "min_over_time",
  "quantile_over_time",
  "label_join",
  "label_replace",
]);

const keepUnit: ReadonlySet<string> = new Set([
  "abs",
  "ceil",
  "clamp",
  "clamp_max",
  "clamp_min",
  "floor",
  "predict_linear",
  "round",
]);

const asTheyAre: ReadonlySet<string> = new Set(["sort", "sort_desc"]);

/** What a function gives, when its arguments are as it wants them. */
export function resultOfCall(
  inference: Inference,
  name: string,
  node: SyntaxNode,
  args: readonly Argument[],
): ExpressionType {
  const data = args.find(({ type }) => type.kind === "vector" || type.kind === "matrix")?.type ?? unknownType;
  const special = inferWithoutData(name, args, data) ?? inferAbsent(inference, name, args);
  if (special) return special;
  if (name.startsWith("histogram_")) return inferHistogramCall(inference, name, node, args);
  if (asTheyAre.has(name)) return { ...data, kind: "vector" };
  const { unit, condition } = data;
  const result: ExpressionType = {
    kind: "vector",
    labels: data.labels,
    unit: unitOfCall(name, unit),
    condition,
  };
  const bound = keepBound.has(name) ? data.bound : undefined;
  if (name === "label_replace")
    return { ...result, bound, labels: replacedLabel(inference, args, data.labels) };
  if (name === "label_join") return { ...result, bound, labels: joinedLabel(inference, args, data.labels) };
  const isBucketRate = data.samples === "bucket" && ["rate", "irate", "increase"].includes(name);
  if (isBucketRate)
    return { ...result, samples: "bucket rate", observed: data.observed, series: data.series };
  if (name === "last_over_time") return { ...result, bound, samples: data.samples, observed: data.observed };
  return { ...result, bound };
}

function inferWithoutData(
  name: string,
  args: readonly Argument[],
  data: ExpressionType,
): ExpressionType | undefined {
  switch (name) {
    case "time":
      return { kind: "scalar", unit: "timestamp", condition: false };
    case "pi":
      return { kind: "scalar", unit: "none", condition: false, literal: Math.PI };
    case "scalar":
      return { kind: "scalar", unit: data.unit, condition: false };
    case "vector":
      return { kind: "vector", labels: new Map(), unit: args[0]?.type.unit ?? "none", condition: false };
    default:
      // Without an argument these are of the time of evaluation: one series without labels.
      return args.length > 0
        ? undefined
        : { kind: "vector", labels: new Map(), unit: "none", condition: false };
  }
}

/** absent() makes its labels of what the selector is sure of. */
function inferAbsent(
  inference: Inference,
  name: string,
  args: readonly Argument[],
): ExpressionType | undefined {
  if (name !== "absent" && name !== "absent_over_time") return undefined;
  const argument = args[0] && withoutParentheses(args[0].at);
  const isSelector = argument?.name === "VectorSelector" || argument?.name === "MatrixSelector";
  const selector = isSelector ? within(inference.findings.selectors, argument)[0] : undefined;
  // Without the metric's labels this is still known: they are said in the text.
  const labels = selector ? equalLabels(selector.matchers) : new Map<string, LabelSpec>();
  return { kind: "vector", labels, unit: "none", condition: true };
}

/** A label that has another matcher as well is left out. */
function equalLabels(matchers: readonly Matcher[]): Map<string, LabelSpec> {
  const once = matchers.filter(
    ({ name, op }) => op === "=" && matchers.filter((m) => m.name === name).length === 1,
  );
  return new Map(once.filter(({ value }) => value !== "").map(({ name, value }) => [name, [value]]));
}

function unitOfCall(name: string, unit: string): string {
  switch (name) {
    case "rate":
    case "irate":
    case "deriv":
      return unitArithmetic.perSecond(unit);
    case "delta":
    case "idelta":
      return unitArithmetic.sub(unit, unit);
    case "increase":
      return unit;
    case "changes":
    case "resets":
    case "count_over_time":
      return "count";
    case "timestamp":
      return "timestamp";
    case "label_replace":
    case "label_join":
      return unit;
    case "stdvar_over_time":
    case "present_over_time":
      return "none";
    default:
      return keepUnit.has(name) || name.endsWith("_over_time") ? unit : "none";
  }
}
