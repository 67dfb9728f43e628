import { groupBy } from "../../../generators/group-by.ts";
import { recordedNode } from "../../../generators/promql/recorded-node.ts";
import { durationInMs } from "../../../generators/language/duration.ts";
import { partsOf, type Node, type SelectorNode } from "../../../generators/promql/tree.ts";
import type { Scenario } from "../../../generators/language/scenario.ts";
import type { Model } from "../../../generators/model/model.ts";
import { firesAlways } from "../../../generators/model/firing-always.ts";
import type { AlertModel } from "../../../generators/model/rule-model.ts";
import { signedDurationInMs } from "../../../generators/promql/literal.ts";

/** An alert with all that its condition depends on, through recordings too. */
export interface WatchedAlert {
  readonly name: string;
  readonly model: AlertModel;
  readonly expression: Node;
  readonly selectors: readonly SelectorNode[];
  /** Names of series and of recordings. */
  readonly reads: ReadonlySet<string>;
  /** The numbers that stand in it. */
  readonly numbers: readonly number[];
  /** Its windows, in seconds as they are written. */
  readonly windows: readonly number[];
}

/** The rules that the simulated series are watched by. */
export interface WatchedRules {
  readonly alerts: readonly WatchedAlert[];
  /** Of recordings, by name. */
  readonly expressions: ReadonlyMap<string, Node>;
  /** What a recording depends on, itself among it. */
  readonly readsOf: (recording: string) => ReadonlySet<string>;
}

/** Reads all rules, but for alerts that nothing can keep from firing. */
export function watchedRules({ alerts, recordings }: Pick<Model, "alerts" | "recordings">): WatchedRules {
  const byName = groupBy(recordings, ({ name }) => name);
  const expressions = new Map(
    [...byName].flatMap(([name, rules]) => {
      const node = recordedNode(rules);
      return node ? [[name, node] as const] : [];
    }),
  );
  const reads = new Map([...expressions].map(([name, node]) => [name, readsIn(node, expressions)]));
  return {
    alerts: alerts.filter((one) => !firesByItself(one)).map((one) => watched(one, expressions)),
    expressions,
    readsOf: (name) => reads.get(name)?.names ?? new Set([name]),
  };
}

/** Such as a watchdog, which is to fire when all is well. */
function firesByItself(alert: AlertModel): boolean {
  const givens = alert.scenarios.flatMap((scenario: Scenario) => scenario.given);
  return firesAlways(alert) || (alert.scenarios.length > 0 && givens.length === 0);
}

function watched(model: AlertModel, expressions: ReadonlyMap<string, Node>): WatchedAlert {
  const expression = model.node;
  const { names, selectors, numbers, windows } = readsIn(expression, expressions);
  return {
    name: model.name,
    model,
    expression,
    selectors,
    reads: names,
    numbers: [...numbers],
    windows: [...windows],
  };
}

interface Reads {
  readonly names: Set<string>;
  readonly selectors: SelectorNode[];
  readonly numbers: Set<number>;
  readonly windows: Set<number>;
}

function readsIn(root: Node, expressions: ReadonlyMap<string, Node>): Reads {
  const reads: Reads = { names: new Set(), selectors: [], numbers: new Set(), windows: new Set() };
  const visit = (node: Node): void => {
    switch (node.kind) {
      case "number":
        return void reads.numbers.add(node.value);
      case "selector": {
        const recorded = reads.names.has(node.metric) ? undefined : expressions.get(node.metric);
        reads.names.add(node.metric);
        if (!expressions.has(node.metric)) reads.selectors.push(node);
        return recorded && visit(recorded);
      }
      case "range":
      case "subquery":
        reads.windows.add((durationInMs(node.range) ?? signedDurationInMs(node.range) ?? 0) / 1000);
        return visit(node.of);
      default:
        return partsOf(node).forEach(visit);
    }
  };
  visit(root);
  return reads;
}
