import type { SyntaxNode } from "@lezer/common";
import { type ExpressionType, unknownType } from "../expression-type.ts";
import { type Call, resultOfCall } from "./call-result.ts";
import { type Argument, type Inference, holdsVariable, kindNames, read, report } from "./inference.ts";
import { childrenOf } from "../parse.ts";
import { type FunctionRow, functionNamed } from "../functions.ts";
import { kindOfParameter, type ParameterKind } from "../parameter.ts";
import { whyRefused } from "../refused-functions.ts";
import { statisticsAfter } from "../statistic.ts";

const parameterNames: Readonly<Record<ParameterKind, string>> = {
  vector: "an instant vector",
  matrix: "a range vector (…[5m])",
  scalar: "a scalar",
  string: "a string",
};

export function inferCall(inference: Inference, node: SyntaxNode): ExpressionType {
  const [identifier = node, body = node] = childrenOf(node);
  const name = read(inference, identifier);
  inference.findings.functions.push({ name, from: node.from, to: node.to });
  const args = childrenOf(body).map((at): Argument => ({ at, type: inference.infer(at) }));
  const row = functionNamed(name);
  if (!row) {
    report(inference, identifier, whyRefused(name));
    return unknownType;
  }
  const { least, most, words } = argumentCount(row);
  if (args.length < least || args.length > most) {
    report(inference, node, `${name}() takes ${words}, not ${args.length}`);
    return unknownType;
  }
  const call = { name, row, node, args };
  checkArguments(inference, call);
  checkSamples(inference, call);
  checkQuantile(inference, call);
  const computed = args.flatMap(({ type }) => type.statistics ?? []);
  return {
    ...resultOfCall(inference, call),
    statistics: statisticsAfter(inference, { name, ...row }, node, computed),
  };
}

/** How many arguments, and that in words: `1 argument`, `1 to 2 arguments`, `3 or more arguments`. */
function argumentCount({ takes, last }: FunctionRow): { least: number; most: number; words: string } {
  const all = takes.length;
  if (last === "repeated") return { least: all - 1, most: Infinity, words: `${all - 1} or more arguments` };
  if (last === "optional") return { least: all - 1, most: all, words: `${all - 1} to ${all} arguments` };
  return { least: all, most: all, words: `${all} argument${all === 1 ? "" : "s"}` };
}

function checkArguments(inference: Inference, { name, row: { takes }, args }: Call): void {
  args.forEach(({ at, type }, index) => {
    const parameter = takes[Math.min(index, takes.length - 1)];
    const wanted = parameter && kindOfParameter(parameter);
    if (!wanted || type.kind === wanted || type.kind === "unknown" || holdsVariable(inference, at)) return;
    const fix = wanted === "matrix" && type.kind === "vector" ? ": add a range" : "";
    report(
      inference,
      at,
      `${name}() needs ${parameterNames[wanted]} here, not ${kindNames[type.kind]}${fix}`,
    );
  });
}

/** rate() counts resets, which a gauge has not; deriv() takes them for a fall, which a counter has not. */
function checkSamples(inference: Inference, { name, row, args }: Call): void {
  const argument = args.find(({ type }) => type.kind === "matrix");
  const samples = argument?.type.samples;
  if (!argument || !samples) return;
  const what = argument.type.series?.[0]?.name ?? "this";
  const isCounter = samples === "counter" || samples === "bucket";
  if (row.for === "counters" && !isCounter) {
    const kind = samples === "gauge" ? "a gauge" : "a recording rule";
    report(inference, argument.at, `${name}() is for counters, and ${what} is ${kind}`);
  }
  if (row.for === "gauges" && isCounter) {
    report(
      inference,
      argument.at,
      `${name}() is for gauges, and ${what} is a counter: use rate() or increase()`,
    );
  }
}

function checkQuantile(inference: Inference, { name, row: { takes }, args }: Call): void {
  args.forEach(({ at, type }, index) => {
    if (takes[index] === "quantile") reportImpossibleQuantile(inference, `${name}()`, at, type.literal);
  });
}

/** Outside of 0 to 1 Prometheus answers with an infinity, and only notes it. */
export function reportImpossibleQuantile(
  inference: Inference,
  name: string,
  at: SyntaxNode,
  quantile: number | undefined,
): void {
  if (quantile === undefined || (quantile >= 0 && quantile <= 1)) return;
  const meant = quantile > 1 && quantile <= 100 ? `: write ${quantile / 100}` : "";
  report(inference, at, `${name} takes a quantile from 0 to 1, not ${quantile}${meant}`);
}
