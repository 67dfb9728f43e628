import { nearestWord } from "../../../generators/text/suggestion.ts";
import { callAround, expressionAt, shortOr } from "./author-text.ts";
import { mismatchOf, type Explanation } from "./compiler-error.ts";

/** Names of options that come to mind first, and those that are meant. */
const likelyOptions: Readonly<Record<string, string>> = {
  query: "queries: [ … ]",
  expression: "expr",
  scenarios: "scenario",
  examples: "example",
  edge: "limit",
  rings: "firing",
  quiet: "ok",
  bad: "firing",
  gives: "expect",
  plays: "given",
  group_left: "groupLeft",
  group_right: "groupRight",
  by: "groupBy",
};

/** An option that there is not. */
export const noSuchOption: Explanation = ({ first }) => {
  const [, name = "", type = ""] = /'(\w+)' does not exist in type '(.+?)'\./.exec(first) ?? [];
  if (name === "") return undefined;
  const meant = /Did you mean to write '(\w+)'\?/.exec(first)?.[1];
  const message = `there is no option '${name}' here`;
  if (/^readonly \w+\[\]$/.test(type)) {
    return { message: "this is a list, not an object", fix: "write [ … ] in place of { … }" };
  }
  if (meant !== undefined) return { message, fix: `write ${meant}` };
  if (/readonly type: MetricType/.test(type)) {
    return {
      message: "this does not say what kind of metric it is",
      fix: "write counter({ … }), gauge({ … }), histogram({ … }) or summary({ … })",
    };
  }
  const likely = likelyOptions[name];
  if (type.startsWith("Levels<") || type.startsWith("Level<")) {
    return {
      message: `there is no level '${name}'`,
      fix:
        likely === undefined
          ? "the levels are ok, limit and firing"
          : `write ${likely}; the levels are ok, limit and firing`,
    };
  }
  return { message, fix: likely === undefined ? `leave out ${name}` : `write ${likely}` };
};

/** How an option that is left out is written. */
const forms: Readonly<Record<string, string>> = {
  for: 'for: "5m", how long it must be so before it fires; "0m" is at once',
  severity: "severity: …, one of the platform's severities",
  component: 'component: "…", the part of the service that it is about',
  summary: "summary: ({ labels, value }) => `…`, what is wrong, in one line",
  description: 'description: "…"',
  impact: 'impact: "What people notice of it."',
  actions: 'actions: [ "…" ], what to do first',
  expr: "expr: …, a comparison such as metric.gt(…)",
  title: 'title: "…"',
  targets: 'targets: [ "host:port" ]',
  scenario: "scenario: holds(…, { ok: …, firing: … })",
  example: "example: { given: [ … ], expect: … }",
  help: 'help: "What the metric says."',
  buckets: "buckets: [ … ], its upper bounds without +Inf",
  firing: "firing, the level at which it fires",
  ok: "ok, the level when all is well",
  queries: "queries: [ … ]",
};

/** Options that must be given. */
export const missingOption: Explanation = ({ first, rest }) => {
  const text = [first, ...rest].find((line) => /^\s*Property '[^[].*' is missing in type/.test(line)) ?? "";
  const name = /Property '([^']+)' is missing in type/.exec(text)?.[1];
  if (name !== undefined) {
    return {
      message: `${name} is missing`,
      fix: `add ${Object.hasOwn(forms, name) ? (forms[name] ?? name) : name}`,
    };
  }
  const names =
    /is missing the following properties from type '(?!readonly |\w+\[\])(?:.*)': ([^[]+?)\.?$/.exec(
      first,
    )?.[1];
  if (names === undefined) return undefined;
  return { message: `${names} are missing`, fix: `add ${names}` };
};

/** A list of one where one alone or several are asked for. */
export const listOfOne: Explanation = (error) => {
  const { wanted = "" } = mismatchOf(error) ?? {};
  const word = /^Examples</.test(wanted) ? "example" : /^Scenarios</.test(wanted) ? "scenario" : undefined;
  if (word === undefined || !error.rest.some((line) => /Source has 1 element/.test(line))) return undefined;
  return { message: `this is a list of one ${word}`, fix: `leave out the brackets: ${word}: { … }` };
};

/** What a series does, where a scenario is asked for. */
export const givenForScenario: Explanation = (error) => {
  const { given = "", wanted = "" } = mismatchOf(error) ?? {};
  if (given !== "Given" || !wanted.startsWith("Scenario<")) return undefined;
  return {
    message: "this takes a list of scenarios, but this is what one series does",
    fix: "write scenario: { given: [ … ] }",
  };
};

/** One thing where a list is asked for. */
export const listExpected: Explanation = (error) => {
  const { given = "", wanted = "" } = mismatchOf(error) ?? {};
  const isList = /^readonly (?:\[|\(|[\w"]+\[\])/.test(wanted) || /^readonly \w+(?:<.*>)?\[\]$/.test(wanted);
  if (!isList || given.startsWith("[") || given.startsWith("readonly")) return undefined;
  const name = /^(\w+)\s*:/.exec(error.after)?.[1] ?? "this";
  return {
    message: `${name} is a list`,
    fix: `write ${name === "this" ? "" : `${name}: `}[${shortOr(expressionAt(error.after), "…")}]`,
  };
};

/** A list without an entry where there must be one. */
export const emptyList: Explanation = (error) => {
  const { given = "", wanted = "" } = mismatchOf(error) ?? {};
  if (given !== "[]" || !/^readonly \[/.test(wanted)) return undefined;
  const name = /^(\w+)\s*:/.exec(error.after)?.[1] ?? "";
  return {
    message: "the list is empty, but it takes at least one entry",
    fix: `write ${Object.hasOwn(forms, name) ? (forms[name] ?? name) : `${name}: [ … ]`}`,
  };
};

/** A field that the sample of a JSON endpoint has not. */
export const noSuchField: Explanation = ({ first }) => {
  const [, name = "", type = ""] =
    /^Object literal may only specify known properties, but '"?(.+?)"?' does not exist in type '(\{.*LeftOut.*)'\. Did you mean/.exec(
      first,
    ) ??
    /^Object literal may only specify known properties, and '"?(.+?)"?' does not exist in type '(\{.*LeftOut.*)'\.$/.exec(
      first,
    ) ??
    [];
  if (name === "") return undefined;
  const known = [...type.matchAll(/readonly (?:"([^"]*)"|(\w+)):/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? "",
  );
  const near = nearestWord(name, known);
  return {
    message: `the sample has no field ${name}`,
    fix:
      near === undefined
        ? "write the names on the way to the field as they stand in the sample, joined by dots, or add the field to the sample"
        : `write "${near}"`,
  };
};

/** What a field of a JSON answer may become. */
export const fieldOfJson: Explanation = (error) => {
  const { wanted = "" } = mismatchOf(error) ?? {};
  const text = /^LeftOut \| TextLabel<(.*)>$/.exec(wanted)?.[1];
  if (text === undefined) return undefined;
  const name = /^(\w+|"[^"]*")\s*:/.exec(error.after)?.[1] ?? "this field";
  return {
    message: `the sample has text in ${name}, but the value of a metric is a number`,
    fix: `make it a label, asLabel(metric, "label"), or leave it out, leftOut("reason")`,
  };
};

/** The types of the language that are sentences say themselves what is wrong. */
export const sentence: Explanation = (error) => {
  const { wanted = "" } = mismatchOf(error) ?? {};
  const [, text = ""] = /(?:^|& )"([^"]* [^"]*)"$/.exec(wanted) ?? [];
  if (text === "") return undefined;
  const side = /^these never match: only the (\w+) side has the label '(\w+)'/.exec(text);
  if (side) {
    const [, where, label] = side;
    return {
      message: `the two sides never match: only the ${where} one has the label '${label}'`,
      fix: "say which labels must match, { on: [ … ] } or { ignoring: [ … ] } as the second argument, or sum both sides by the same labels",
    };
  }
  const name = /^'(.+)' must be level:metric:operations/.exec(text)?.[1];
  if (name !== undefined) {
    return {
      message: `the name of a recording is level:metric:operations, but '${name}' is not`,
      fix: `name the labels that are left, the metric and what was done to it, as in "job:${name.replaceAll(":", "_")}:avg5m"; one that somebody else chose is a foreignRecording(…)`,
    };
  }
  const [message = "", meant] = text.split("; ");
  return { message, fix: meant ?? message };
};

/** Arguments that a word does not take, or asks for. */
export const numberOfArguments: Explanation = ({ first, before, after }) => {
  const [, wanted = "", most, got] =
    /^Expected (\d+)(?:-(\d+))? arguments?, but got (\d+)\.$/.exec(first) ?? [];
  if (wanted === "") return undefined;
  const call = callAround(before) ?? "";
  if (wanted === "0" && /^(?:sum|avg|min|max|count|group|stddev|stdvar)$/.test(call)) {
    return { message: `${call}() is over all series`, fix: `write .${call}By(${expressionAt(after)})` };
  }
  if (after.startsWith("recording(")) {
    return {
      message: "the recording has no example",
      fix: 'add { help: "…", example: { given: [ … ], expect: … } } after the expression',
    };
  }
  const n = Number(wanted);
  // What is missing is told at the word, what is too much where it stands.
  const word = Number(got) < n ? (/^(?:[\w.]+\.)?(\w+)\(/.exec(after)?.[1] ?? call) : call;
  const takes = most === undefined ? wanted : `${wanted} or ${most}`;
  const message = `${word}() takes ${takes} ${takes === "1" ? "argument" : "arguments"}, not ${got}`;
  if (word === "secretFile")
    return { message, fix: "say what it is and where to get it, as the second argument" };
  return { message, fix: `give ${n === 0 ? "no argument" : n === 1 ? "one argument" : `${n} arguments`}` };
};
