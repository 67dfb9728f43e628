import { argumentsAt, receiverOf, shortOr } from "./author-text.ts";
import {
  kindNames,
  readHandle,
  type ExplainedError,
  type Explanation,
  type HandleKind,
} from "./compiler-error.ts";

/** A method that an expression of this kind has not. */
interface Missing {
  readonly method: string;
  /** What it was called on: a name, or "this". */
  readonly name: string;
  /** The method with the arguments it was called with, where they are short. */
  readonly call: string;
  readonly window: string;
  readonly unit: string;
}

const ofMetrics = ["where", "whereNot", "offset", "at"];
const ofBuckets = ["histogramQuantile", "histogramFraction"];

/** What is asked of a gauge instead, by what was asked of it as if it were a counter. */
const insteadOfGrowth: Readonly<Record<string, readonly [method: string, is: string]>> = {
  rate: [".deriv", "its change per second"],
  irate: [".idelta", "its last change"],
  increase: [".delta", "its change in that time"],
  resets: [".changes", "how often it changed"],
};

/** What is asked of a counter instead, by what was asked of it as if it were a gauge. */
const insteadOfChange: Readonly<Record<string, string>> = {
  changes: ".increase",
  delta: ".increase",
  idelta: ".irate",
  deriv: ".rate",
  predictLinear: ".rate",
};

/** What can be asked of the count itself too, if it is meant. */
const ofCountsThemselves: Readonly<Record<string, string>> = { changes: "how often it grew" };

const isOfCounters = (method: string): boolean => Object.hasOwn(insteadOfGrowth, method);

const kinds: Readonly<Record<HandleKind, (missing: Missing) => ExplainedError | undefined>> = {
  Gauge({ method, name, window }) {
    const instead = insteadOfGrowth[method];
    if (instead === undefined) return undefined;
    const [other, is] = instead;
    return {
      message: `${name} is a gauge, but ${method}() is for counters`,
      fix: `write ${other}(${window}) for ${is}; if ${name} only ever grows, declare it with counter({ … })`,
    };
  },
  Counter({ method, name, call, window }) {
    const instead = insteadOfChange[method];
    if (instead !== undefined) {
      const also = ofCountsThemselves[method];
      const more = also === undefined ? "" : `, or .raw().${call} for ${also}`;
      return {
        message: `${name} is a counter, but ${method}() is for gauges`,
        fix: `write ${instead}(${window})${more}; if ${name} can fall, declare it with gauge({ … })`,
      };
    }
    return {
      message: `${name} is a counter: only its growth means something, so it has no ${method}()`,
      fix: `take its growth first: .rate("5m").${call} for the growth per second, or .increase("5m").${call} for the growth in 5 minutes`,
    };
  },
  Vector({ method, call, unit }) {
    if (ofMetrics.includes(method)) {
      return {
        message: `${method}() is for metrics, but this is a result`,
        fix: `write .${call} right after the metric, before rate() and sumBy()`,
      };
    }
    if (ofBuckets.includes(method)) {
      return {
        message: `${method}() needs the buckets, but this has no label le`,
        fix: `keep le when summing: .sumBy(…, "le").${call}`,
      };
    }
    if (isOfCounters(method)) {
      const isRate = unit.endsWith("/s");
      return {
        message: `${method}() is for counters, but this is ${isRate ? "a rate already" : "a result"}`,
        fix: isRate
          ? `leave out ${method}()`
          : `call ${method}() on the counter itself, before anything else; what still only grows is .asCounter().${call}`,
      };
    }
    return undefined;
  },
  Condition: ({ method, call }) => ({
    message: `this is a condition, which has no ${method}()`,
    fix: `write .series().${call} for the values for which it holds, or .bool().${call} for 0 and 1`,
  }),
  Histogram: ({ method, name, call }) => ({
    message: `${name} is a histogram, which has no ${method}() itself`,
    fix: isOfCounters(method)
      ? `take one of its counters: .count.${call} or .sum.${call}`
      : `choose a value first: .quantile(0.95, "5m").${call} or .mean("5m").${call}`,
  }),
  Summary: ({ method, name, call }) => ({
    message: `${name} is a summary, which has no ${method}() itself`,
    fix: isOfCounters(method)
      ? `take one of its counters: .count.${call} or .sum.${call}`
      : `choose a value first: .quantiles.where({ quantile: "…" }).${call}`,
  }),
  Buckets: ({ method, call }) => ({
    message: `the buckets of a histogram are counters, and have no ${method}()`,
    fix: ofBuckets.includes(method)
      ? `take their rate first, and keep le: .rate("5m").sumBy("le").${call}`
      : `take their rate first: .rate("5m").asVector().${call}; the histogram itself has quantile(), mean() and atMost()`,
  }),
  BucketRates: ({ method, call }) => ({
    message: `these are the rates of a histogram's buckets, which have no ${method}()`,
    fix: `take a quantile of them first, .histogramQuantile(0.95).${call}, or go on with the single buckets, .asVector().${call}`,
  }),
  Scalar: ({ method, call }) => ({
    message: `this is a single number, not a series: it has no ${method}()`,
    fix: `make a series of it first: vector(time()).${call}`,
  }),
};

/** A method that the kind of expression has not. */
export const missingMethod: Explanation = ({ first, before, after }) => {
  const [, method = "", type = ""] = /^Property '(\w+)' does not exist on type '(.*)'\./s.exec(first) ?? [];
  const handle = readHandle(type);
  if (!handle) return undefined;
  const given = argumentsAt(after);
  const call = given !== undefined && shortOr(given, "…") === given ? `${method}(${given})` : `${method}(…)`;
  const window = /^"[^"]*"/.exec(given ?? "")?.[0] ?? '"5m"';
  const name = receiverOf(before) ?? "this";
  const explained = kinds[handle.kind]({ method, name, call, window, unit: handle.unit });
  if (explained) return explained;
  const meant = /Did you mean '(\w+)'/.exec(first)?.[1];
  return {
    message: `${name} is a ${kindNames[handle.kind]}, which has no ${method}()`,
    fix: meant === undefined ? `leave out .${method}` : `write .${meant}(…)`,
  };
};
