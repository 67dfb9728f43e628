import type { SyntaxNode } from "@lezer/common";
import { type ExpressionType, unknownType } from "./expression-type.ts";
import { resultOfCall } from "./call-result.ts";
import { type Argument, type Inference, holdsVariable, kindNames, read, report } from "./inference.ts";
import { childrenOf } from "./parse.ts";
import { type ParameterKind, type Signature, argumentCount, signatureOf } from "./signatures.ts";
import { statisticsAfter } from "./statistic.ts";

const parameterNames: Readonly<Record<ParameterKind, string>> = {
  vector: "an instant vector",
  matrix: "a range vector (…[5m])",
  scalar: "a scalar",
  string: "a string",
};

const counterFunctions: ReadonlySet<string> = new Set(["rate", "irate", "increase", "resets"]);
const gaugeFunctions: ReadonlySet<string> = new Set(["delta", "idelta", "deriv", "predict_linear"]);

export function inferCall(inference: Inference, node: SyntaxNode): ExpressionType {
  const [identifier = node, body = node] = childrenOf(node);
  const name = read(inference, identifier);
  inference.findings.functions.push({ name, from: node.from, to: node.to });
  const args = childrenOf(body).map((at): Argument => ({ at, type: inference.infer(at) }));
  const signature = signatureOf(name);
  if ("complaint" in signature) {
    report(inference, identifier, signature.complaint);
    return unknownType;
  }
  if (args.length < signature.least || args.length > signature.most) {
    report(inference, node, `${name}() takes ${argumentCount(signature)}, not ${args.length}`);
    return unknownType;
  }
  checkArguments(inference, name, signature, args);
  checkSamples(inference, name, args);
  checkQuantile(inference, name, args[0]);
  const computed = args.flatMap(({ type }) => type.statistics ?? []);
  return {
    ...resultOfCall(inference, name, node, args),
    statistics: statisticsAfter(inference, name, node, computed),
  };
}

function checkArguments(
  inference: Inference,
  name: string,
  { parameters }: Signature,
  args: readonly Argument[],
): void {
  args.forEach(({ at, type }, index) => {
    const wanted = parameters[Math.min(index, parameters.length - 1)];
    if (!wanted || type.kind === wanted || type.kind === "unknown" || holdsVariable(inference, at)) return;
    const mend = wanted === "matrix" && type.kind === "vector" ? ": add a range" : "";
    report(
      inference,
      at,
      `${name}() needs ${parameterNames[wanted]} here, not ${kindNames[type.kind]}${mend}`,
    );
  });
}

/** rate() counts resets, which a gauge has not; deriv() takes them for a fall, which a counter has not. */
function checkSamples(inference: Inference, name: string, args: readonly Argument[]): void {
  const argument = args.find(({ type }) => type.kind === "matrix");
  const samples = argument?.type.samples;
  if (!argument || !samples) return;
  const what = argument.type.series?.[0]?.name ?? "this";
  const isCounter = samples === "counter" || samples === "bucket";
  if (counterFunctions.has(name) && !isCounter) {
    const kind = samples === "gauge" ? "a gauge" : "a recording rule";
    report(inference, argument.at, `${name}() is for counters, and ${what} is ${kind}`);
  }
  if (gaugeFunctions.has(name) && isCounter) {
    report(
      inference,
      argument.at,
      `${name}() is for gauges, and ${what} is a counter: use rate() or increase()`,
    );
  }
}

function checkQuantile(inference: Inference, name: string, argument: Argument | undefined): void {
  const isQuantile = name === "histogram_quantile" || name === "quantile_over_time";
  if (isQuantile && argument)
    reportImpossibleQuantile(inference, `${name}()`, argument.at, argument.type.literal);
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
