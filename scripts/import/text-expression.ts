import type { WordedRule } from "./worded-rule.ts";

/** An expression as its author wrote it: a recording says which labels it has, as nobody else can. */
export function textExpressionCode({ rule, labels }: WordedRule): string {
  const text = rule.expr.replace(/[`]|\$(?=\{)|\\$/g, (sign) => `\\${sign}`);
  if (rule.kind === "alert") return `promql\`${text}\``;
  const type = [...labels].sort().map((label) => `${label}: string`);
  return `promql<{ ${type.join("; ")} }>\`${text}\``;
}
