import type { Allowing } from "../../definition.ts";
import { allowingDefinitions } from "../../model/allowing-definitions.ts";
import type { Model } from "../../model/model.ts";

/** A text that goes into out/, or becomes part of one that does. */
export interface DeployedString {
  readonly definition: Allowing;
  /** From the definition to the text: `["email", "0", "to"]`. */
  readonly path: readonly string[];
  readonly text: string;
}

/** Every string of every definition, at the definition that its author wrote it in. */
export function* deployedStrings(model: Model): Iterable<DeployedString> {
  const authored = authoredIn(model);
  const definitions = allowingDefinitions(model);
  const own = new Set<unknown>(definitions);
  // What an author wrote comes before what was made of it.
  const made = (one: Allowing) => authored(one) !== one;
  for (const definition of [...definitions.filter((one) => !made(one)), ...definitions.filter(made)]) {
    const author = authored(definition);
    if (!author) continue;
    const found: DeployedString[] = [];
    findStrings(definition, [], { author, own, found, seen: new Set() });
    yield* found;
  }
}

/**
 * The definition that the texts of another one come from: the alerts of an SLO say what the SLO says. Undefined: nothing of it is
 * written by an author, as in the recordings and the dashboard of an SLO.
 */
export function authoredIn({ slos, alerts, recordings, dashboards }: Model): Authored {
  const sloOf = new Map(slos.flatMap((slo) => slo.alerts.map((alert) => [alert, slo])));
  const recorded = new Set(slos.flatMap((slo) => slo.recordings));
  const shown = new Set(slos.map(({ dashboard }) => dashboard));
  const made = dashboards.filter(({ uid }) => shown.has(uid));
  const authors = new Map<Allowing, Allowing | undefined>([
    ...alerts.map((alert) => [alert, sloOf.get(alert.name) ?? alert] as const),
    ...recordings.filter(({ name }) => recorded.has(name)).map((one) => [one, undefined] as const),
    ...made.map((one) => [one, undefined] as const),
    ...made.flatMap(({ rows }) =>
      rows.flatMap(({ panels }) => panels.map((one) => [one, undefined] as const)),
    ),
  ]);
  return (one) => (authors.has(one) ? authors.get(one) : one);
}

type Authored = (one: Allowing) => Allowing | undefined;

interface Walk {
  readonly author: Allowing;
  /** Definitions that are walked by themselves. */
  readonly own: ReadonlySet<unknown>;
  readonly found: DeployedString[];
  readonly seen: Set<object>;
}

/** Places, reasons, tests, and what is made of something else that is looked at. */
const notWritten = new Set(
  (
    "place exprPlace allow definition node deployed analysis scenarios examples series threshold equivalentMutants address instance " +
    "runbook_url dashboard_url alerts downOf ownLabels valueUnit sample"
  ).split(" "),
);

function findStrings(value: object, path: readonly string[], walk: Walk): void {
  walk.seen.add(value);
  const parts: [string, unknown][] = Object.entries(value);
  for (const [key, part] of parts) {
    if (notWritten.has(key)) continue;
    if (typeof part === "string") {
      walk.found.push({ definition: walk.author, path: [...path, key], text: part });
    } else if (typeof part === "object" && part !== null && !walk.seen.has(part) && !walk.own.has(part)) {
      findStrings(part, [...path, key], walk);
    }
  }
}
