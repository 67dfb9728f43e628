// An expression of one kind where another kind is asked for.
import { callAround, expressionAt, shortOr } from "./author-text.ts";
import {
  kindNames,
  mismatchOf,
  namesIn,
  readAsked,
  readHandle,
  type AskedMetric,
  type HandleKind,
  type ExplainedError,
  type Explanation,
  type HandleType,
} from "./compiler-error.ts";

/** An alert that would always fire, or whose condition is no expression of the language. */
export const noCondition: Explanation = (error) => {
  const { given = "", wanted = "" } = mismatchOf(error) ?? {};
  if (!wanted.startsWith("AlertCondition<")) return undefined;
  const text = expressionAt(error.after);
  const handle = readHandle(given);
  const around = { call: callAround(error.before) ?? "", word: wordAround(error.before) };
  if (handle?.kind !== "Counter" && /\.bool\(\)$/.test(text)) {
    return {
      message: "after .bool() there is always a value, 0 or 1: the alert would always fire",
      fix: "leave out .bool()",
    };
  }
  if (handle) return conditionWithin(handle, text) ?? noConditionBy(handle, around);
  const isText = given === "string" || given.startsWith('"');
  if (!isText) return undefined;
  return {
    message: "a condition is an expression, but this is text",
    fix: `write the metric and a comparison, such as shop_fps.lt(45), or promql\`${shortOr(text.slice(1, -1), "…")}\` for PromQL as text`,
  };
};

/** A vector in which a condition stands, or whose series are one: nothing of its type says that. */
function conditionWithin({ kind }: HandleType, text: string): ExplainedError | undefined {
  if (kind !== "Vector" && kind !== "Gauge") return undefined;
  if (/\.series\(\)/.test(text)) {
    return {
      message: "a condition stands within this, but nothing says that it is still one",
      fix: "write .condition() at its end",
    };
  }
  if (!/^vector\([^()]*\)$|\w_info$/.test(text)) return undefined;
  return {
    message: alwaysFires,
    fix: `say when it fires, such as .gt(0); if that it is there is the condition, write ${shortOr(text, "…")}.condition(), with the reason in allow`,
  };
}

/** A handle that says nothing of when something is so. */
function noConditionBy(handle: HandleType, { call, word }: { readonly call: string; readonly word: string }) {
  if (handle.kind === "Counter") {
    return {
      message: "a counter alone says nothing: the alert would always fire",
      fix: 'take its growth and compare it: .rate("5m").gt(…) or .increase("5m").gt(…)',
    };
  }
  if (handle.kind === "Condition" && (call === "allOf" || call === "anyOf")) {
    return {
      message: `${call}() joins conditions with the same labels, but these have others`,
      fix: `write .${call === "allOf" ? "and" : "or"}(…, { on: [ … ] }) with the labels that must match`,
    };
  }
  if (/^(?:and|or|unless|anyOf|allOf)$/.test(call)) {
    return {
      message: `${call}() joins conditions, but this is a ${kindNames[handle.kind]}`,
      fix: `say when this side holds: ${conditionsIn(handle.unit)}`,
    };
  }
  if (handle.unit === "bool") return { message: alwaysFires, fix: "say when it fires: .eq(0) or .eq(1)" };
  return {
    message: always[word] ?? alwaysFires,
    fix: `say when it fires: ${conditionsIn(handle.unit)}`,
  };
}

/** What holds all the time, by the word that takes the condition. */
const always: Readonly<Record<string, string>> = {
  annotation: "the expression always has a value, so there would be a mark everywhere",
  timeIn: "the expression always has a value, so all of the time would be bad",
};

/** The word that has the condition as an argument, or as an option. */
function wordAround(before: string): string {
  return callAround(before) ?? /(\w+)\((?:"[^"]*",\s*)?\{[^{}]*$/.exec(before)?.[1] ?? "";
}

/** A part of the date of what is no point in time. */
export const noTimestamp: Explanation = ({ first, before, after }) => {
  const [, given = ""] =
    /^The 'this' context of type '(.+)' is not .* of type 'Timestamps'\.$/.exec(first) ?? [];
  const handle = readHandle(given);
  if (!handle) return undefined;
  const method = /^(?:\w+\.)*(\w+)\(/.exec(after)?.[1] ?? /(\w+)\($/.exec(before)?.[1] ?? "this";
  return {
    message: `${method}() is for points in time, but the value is in ${handle.unit}`,
    fix: `take it of a timestamp, or of the current time: vector(time()).${method}()`,
  };
};

const alwaysFires = "the expression always has a value, so the alert would always fire";

function conditionsIn(unit: string): string {
  return `a comparison such as .gt(…) or .lt(…) with a threshold${unit === "" || unit === "none" ? "" : ` in ${unit}`}, or .absent()`;
}

/** JavaScript's own comparison of two expressions: `shop_fps < 45`. */
export const ownOperator: Explanation = ({ first, after }) => {
  const [, operator = "", left = ""] =
    /^(?:Operator '(.+?)' cannot be applied to types '(.+)' and '.+'\.|The (?:left|right)-hand side of an arithmetic operation)/.exec(
      first,
    ) ?? [];
  const method = methods[operator];
  if (method === undefined || !readHandle(left)) return undefined;
  const right = new RegExp(`^[^,;\\n]*?\\s${operator.replace(/[*+]/g, "\\$&")}=*\\s*([\\w.()]+)`).exec(
    after,
  )?.[1];
  return {
    message: `JavaScript's ${operator} does not work on PromQL expressions`,
    fix: `write .${method}(${right ?? "…"})`,
  };
};

const methods: Readonly<Record<string, string>> = {
  "<": "lt",
  "<=": "lte",
  ">": "gt",
  ">=": "gte",
  "+": "add",
  "-": "sub",
  "*": "mul",
  "/": "div",
};

/** Something else where a metric of one kind is asked for: `holds()` of a counter. */
export const otherKind: Explanation = (error) => {
  const { given = "", wanted = "" } = mismatchOf(error) ?? {};
  const asked = readAsked(wanted);
  const handle = readHandle(given);
  const call = callAround(error.before) ?? "this";
  if (!handle) return undefined;
  if (asked?.job !== undefined && asked.kind === handle.kind) return ofOtherJob(asked.kind, asked.job);
  const name = shortOr(expressionAt(error.after), "…");
  if (asked?.unit !== undefined && asked.kind === "Gauge" && handle.kind === "Gauge") {
    return {
      message: `${call}() takes a ${asked.unit}, but ${name} is in ${handle.unit}`,
      fix:
        asked.unit === "timestamp"
          ? `write holds(${name}, { ok: …, firing: … }) for a length of time`
          : `take a gauge in ${asked.unit}`,
    };
  }
  const whole = /^InstantVector<(?:NoInfer<)?\{(.*)\}>?, "(.*)">$/.exec(wanted);
  if (call === "ratioOf" && whole && handle.kind !== "Counter")
    return ofOtherWhole(handle, whole[1] ?? "", whole[2] ?? "");
  const { kind } = asked ?? readHandle(wanted) ?? {};
  if (kind) return ofKinds(kind, handle, { call, name });
  return /^(?:AnyVector$|InstantVector<|Recordable<|ExprIn<|readonly \(|number \||0 \|)/.test(wanted)
    ? asValue(handle, name, wanted)
    : undefined;
};

/** A metric of another job than the rest of the SLO. */
function ofOtherJob(kind: AskedMetric["kind"], job: string): ExplainedError {
  const both = kind === "Counter" ? "both counters of an SLO" : "the condition and the gauge of an SLO";
  return {
    message: `${both} are of one job, but this one is not of ${job}`,
    fix: `write a ${kindNames[kind]} of ${job}`,
  };
}

/** A part and a whole that do not belong together. */
function ofOtherWhole({ labels, unit }: HandleType, ofPart: string, unitOfPart: string): ExplainedError {
  if (unit !== unitOfPart) {
    return {
      message: `the part is in ${unitOfPart}, the whole in ${unit}: they make no ratio`,
      fix: "use two series that measure the same thing, or .div(…) for a value of another unit",
    };
  }
  const there = namesIn(ofPart);
  const other = [...there, ...labels].find((name) => !there.includes(name) || !labels.includes(name)) ?? "…";
  return {
    message: `only one of the two has the label '${other}'`,
    fix: 'sum both by the same labels, as in .sumBy("job")',
  };
}

interface Call {
  readonly call: string;
  readonly name: string;
}

function ofKinds(asked: HandleKind, { kind }: HandleType, { call, name }: Call): ExplainedError {
  const message = `${call}() takes a ${kindNames[asked]}, but ${name === "…" ? "this" : name} is a ${kindNames[kind]}`;
  if (kind === "Vector" || kind === "Condition") {
    return {
      message,
      fix: `write the ${kindNames[asked]} itself, or a recording: what is computed from it follows`,
    };
  }
  if (call === "share") return { message, fix: "give it two counters: the part and the rest" };
  if (call === "restarts") return { message, fix: "give it the gauge of the start time" };
  const said = behaviours[kind];
  if (call in levelWords && said !== undefined) return { message, fix: said(name) };
  return { message, fix: `give it a ${kindNames[asked]}` };
}

const levelWords = { holds: true, runs: true, grows: true, quantile: true, follows: true };

/** The word that says what series of a kind do. */
const behaviours: Readonly<Partial<Record<HandleType["kind"], (name: string) => string>>> = {
  Gauge: (name) => `write holds(${name}, { ok: …, firing: … }) for its value`,
  Counter: (name) =>
    `write runs(${name}, { ok: …, firing: … }) for its growth per second, or grows(${name}, "5m", { ok: …, firing: … }) for its growth in 5 minutes`,
  Histogram: (name) => `write quantile(${name}, 0.95, { ok: …, firing: … }) for its quantile`,
};

/** What has no value of its own, where a value is asked for. */
function asValue({ kind }: HandleType, name: string, wanted: string): ExplainedError | undefined {
  if (wanted.startsWith("readonly (")) {
    return {
      message: `queries is a list, but this is one ${kindNames[kind]}`,
      fix: `write queries: [${name}]`,
    };
  }
  if (kind === "Counter") {
    return {
      message: `${name === "…" ? "this" : name} is a counter: only its growth means something`,
      fix: 'take its growth: .rate("5m") per second, or .increase("5m")',
    };
  }
  if (kind === "Scalar" && wanted === "AnyVector") {
    return {
      message: `${name} is a single number, and Prometheus compares no two of them`,
      fix: `make a series of it first: vector(${name})`,
    };
  }
  if (kind === "Histogram") {
    return {
      message: `${name} is a histogram, not a single value`,
      fix: 'choose a value: .quantile(0.95, "5m") or .mean("5m")',
    };
  }
  if (kind === "BucketRates" || kind === "Buckets") {
    return {
      message: `these are ${kind === "Buckets" ? "the buckets of a histogram" : "rates of a histogram's buckets"}, not a plain vector`,
      fix:
        kind === "Buckets"
          ? 'write .rate("5m").asVector()'
          : "write .asVector(), or take .histogramQuantile(0.95) of them",
    };
  }
  return undefined;
}
