import type { WordedRule } from "./worded-rule.ts";

/** An expression as its author wrote it: a recording says which labels it has, as nobody else can. */
export function textExpressionCode({ rule, labels }: WordedRule): string {
  if (rule.kind === "alert") return promqlCode(rule.expr);
  const type = [...labels].sort().map((label) => `${label}: string`);
  return `promql<{ ${type.join("; ")} }>\`${inTemplate(rule.expr)}\``;
}

/** PromQL whose labels nobody has to know. */
export function promqlCode(expr: string): string {
  return `promql\`${inTemplate(expr)}\``;
}

function inTemplate(expr: string): string {
  return expr.replace(/[`]|\$(?=\{)|\\$/g, (sign) => `\\${sign}`);
}
