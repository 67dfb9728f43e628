import { type AlertCondition, type ExprIn, typed } from "../../language/expression/expression.ts";
import { newExpression } from "../../language/expression/methods.ts";
import type { AlertDefinition } from "../../language/alert.ts";
import type { Given } from "../../language/given.ts";
import type { Labels } from "../../language/label.ts";
import type { RuleGroup } from "../../language/rule-group.ts";
import type { Scenarios } from "../../language/scenario.ts";
import type { JobModel } from "../../jobs/index.ts";
import { isUp, type Presence, upOf } from "../../jobs/presence.ts";
import { withLabel } from "../../promql/robust/lasting.ts";
import type { Node } from "../../promql/tree.ts";
import { pascalCase } from "../../language/pascal-case.ts";
import type { Blindness } from "./blindness.ts";
import { guardText, missingLabel } from "./guard-text.ts";

/** A restart, and a program that measures a thing only when it has loaded, take less; and whoever is blind should know before long. */
const wait = "5m";

/** The alert on what may be missing of a job, of which the worst alerts that are blind then have one severity. */
export function guardAlert(
  job: JobModel,
  group: RuleGroup,
  parts: readonly [Blindness, ...Blindness[]],
): readonly [name: string, AlertDefinition] {
  const [{ severity, place }] = parts;
  const node = parts.map(({ missing }) => lacks(job, missing)).reduce(or);
  const definition: AlertDefinition = {
    kind: "alert",
    severity,
    // Nothing else has it: what is worse about another problem of the instance must not inhibit a guard, nor one guard another.
    component: `${job.name}-blind-${severity.name}`,
    expr: typed<AlertCondition<Labels> & ExprIn<string>>(newExpression({ node, unit: "bool" })),
    for: wait,
    ...guardText(job, parts, wait),
    scenario: scenariosOf(job, parts),
    group,
    labels: { guard: job.name },
    guardOf: job.name,
    // What is wrong with both is said of the alert, which its author can change.
    place,
  };
  return [`${pascalCase(job.name)}Blind${pascalCase(severity.name)}`, definition];
}

/** A target that is up, and has not got it, with what it has not got as a label. */
function lacks(job: JobModel, { name, node }: Presence): Node {
  const lacking: Node = {
    kind: "binary",
    op: "unless",
    left: isUp(job),
    right: node,
    matching: { on: ["instance"] },
  };
  return withLabel(lacking, missingLabel, name);
}

function or(left: Node, right: Node): Node {
  return { kind: "binary", op: "or", left, right };
}

/** One for each thing that may be missing, while the others are there. */
function scenariosOf(job: JobModel, parts: readonly Blindness[]): Scenarios {
  const up: Given = {
    kind: "holds",
    series: upOf(job),
    unit: "bool",
    levels: { ok: 1, limit: 1, firing: 1 },
    place: job.place,
  };
  const scenarios = parts.flatMap((part) =>
    part.missing.gone.map((gone) => ({
      given: [up, ...parts.map(({ missing }) => givenOf(missing, job, part.missing === missing ? gone : 1))],
    })),
  );
  const [first, second, ...others] = scenarios;
  if (!first) throw new TypeError("a guard looks for something");
  return second ? [first, second, ...others] : first;
}

/** Whatever its value is: also of a counter it only counts that there is one. */
function givenOf({ series }: Presence, { place }: JobModel, firing: "missing" | 0 | 1): Given {
  return { kind: "holds", series, unit: "none", levels: { ok: 1, limit: 1, firing }, place };
}
