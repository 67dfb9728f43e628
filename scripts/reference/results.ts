import type { Definitions } from "../../generators/language/platform.ts";
import { isExpression, nodeOf, unitOf } from "../../generators/language/expression/expression.ts";
import { platform, service } from "../../generators/language/index.ts";
import { recordingOf } from "../../generators/language/recording.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { analyse } from "../../generators/promql/analysis.ts";
import { readingOf } from "../../generators/promql/reading.ts";
import * as samples from "./samples.ts";

/** What becomes of an example. */
export interface Result {
  readonly promql: string;
  readonly unit: string;
  /** The labels that its series have; undefined for a number. */
  readonly labels: readonly string[] | undefined;
}

const {
  shop,
  warehouse,
  till,
  ofShop,
  ofWarehouse,
  ofTill,
  errorRate,
  ratesByPath,
  webRate,
  apiRate,
  availability,
} = samples;

const definitions: Definitions = {
  platform: platform(samples.restOfPlatform),
  services: [
    service("shop", {
      title: "Shop",
      description: "Where people buy.",
      owner: "Shop team",
      jobs: { shop, warehouse, till },
      metrics: { ofShop, ofWarehouse, ofTill },
      recordings: { errorRate, ratesByPath, webRate, apiRate },
      slos: { availability },
    }),
  ],
};

const { catalogue } = resolve(definitions).model;

/** The PromQL of what an example makes, or the text that it is; undefined where it is neither. */
export function resultOf(value: unknown): Result | string | undefined {
  if (typeof value === "string") return value;
  const expression = expressionIn(value);
  if (expression === undefined) return undefined;
  const reading = readingOf(expression.node);
  const { type, diagnostics } = analyse(reading, catalogue, { dashboard: true });
  const [mistake] = diagnostics;
  if (mistake) throw new Error(`${reading.expr}: ${mistake.message}`);
  const labels = type.kind === "scalar" ? undefined : [...(type.labels?.keys() ?? [])];
  return { promql: reading.expr, unit: expression.unit ?? type.unit, labels };
}

/** An expression, that of a recording, or that which a definition has as `expr`. */
function expressionIn(value: unknown) {
  const rule = recordingOf(value);
  if (rule) return { node: rule.expression, unit: rule.unit };
  if (isExpression(value)) return { node: nodeOf(value), unit: unitOf(value) };
  if (typeof value !== "object" || value === null || !("expr" in value)) return undefined;
  return { node: nodeOf(value.expr), unit: unitOf(value.expr) };
}
