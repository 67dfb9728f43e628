import { classNames, type ChangeClass } from "../../generators/review/change-class.ts";
import {
  type AlertPair,
  type Comparison,
  comparisonOf,
  withTried,
} from "../../generators/review/comparison.ts";
import { contradictionsIn } from "../../generators/review/contradictions.ts";
import { contentOf } from "../../generators/review/paired-rules.ts";
import { itemsOf, reviewOf } from "../../generators/review/review.ts";
import { whyUndecided } from "../../generators/review/undecided.ts";
import type { Version } from "../../generators/review/version.ts";
import { triedPairs } from "../diff/tried.ts";

/** An alert whose expression changed, and what is said of that. */
export interface ChangedAlert {
  readonly pair: AlertPair;
  readonly class: ChangeClass;
  /** Of what is undecided. */
  readonly why: string | undefined;
  readonly sentences: readonly string[];
}

export interface OfMoment {
  readonly changed: readonly ChangedAlert[];
  readonly contradictions: readonly string[];
  /** Why nothing was tried. */
  readonly complaint: string | undefined;
}

/** What one moment of a history changes, by the deciders of `signalbox diff`. */
export async function changedBetween(base: Version, head: Version): Promise<OfMoment> {
  const untried = comparisonOf(base, head);
  const { tried, complaint } = await triedPairs(untried);
  const comparison = withTried(untried, tried);
  return { changed: changedIn(comparison), contradictions: contradictionsIn(comparison), complaint };
}

/** The kinds of changes that say what becomes of an expression. */
const ofExpression: ReadonlySet<string> = new Set([
  "expression",
  "grouping",
  "matchers",
  "threshold",
  "window",
]);

function changedIn(comparison: Comparison): ChangedAlert[] {
  const items = itemsOf(reviewOf(comparison)).filter(({ kind }) => ofExpression.has(kind));
  return comparison.alerts.pairs.flatMap((pair) => {
    if (contentOf(pair.base) === contentOf(pair.head)) return [];
    const own = items.filter(({ subject }) => subject.what === "alert" && subject.place === pair.head.place);
    const name = classOf(own.map((item) => item.class));
    const why = name === "unknown" ? whyUndecided(pair) : undefined;
    return [{ pair, class: name, why, sentences: own.map(({ text }) => text) }];
  });
}

/** Of several sentences the one that matters most; where one says that open alerts resolve, that is what becomes of it. */
function classOf(all: readonly ChangeClass[]): ChangeClass {
  if (all.includes("identity")) return "identity";
  return classNames.find((name) => all.includes(name)) ?? "none";
}
