import { printFixed, printGeneral, printScientific } from "./go-number.ts";
import {
  humanize,
  humanize1024,
  humanizeDuration,
  humanizePercentage,
  humanizeTimestamp,
} from "./humanize.ts";

/** What the templates of an alert can say. */
export interface TemplateData {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** The text, or what of the template is beyond this port of Prometheus' templates. */
export type Rendered = { readonly text: string } | { readonly unsupported: string };

/**
 * Renders a template of an alert as Prometheus does.
 *
 * A port of what annotations use: labels, the value, pipes, printf and the humanizing functions; no `if`, no queries.
 */
export function renderTemplate(template: string, data: TemplateData): Rendered {
  try {
    return { text: template.replace(action, (_, inner: string) => printed(evaluate(inner, data))) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return { unsupported: error.message };
    throw error;
  }
}

/** Whether what the template says depends on the value. */
export function saysValue(template: string): boolean {
  return actionsIn(template).some((inner) => /\$value\b|(^|[\s(])\.Value\b/.test(inner));
}

/** What stands between the braces of a template, each by itself. */
export function actionsIn(template: string): string[] {
  return [...template.matchAll(action)].map(([, inner = ""]) => inner);
}

const action = /\{\{((?:"(?:[^"\\\n]|\\.)*"|`[^`]*`|(?!\}\})[^"`])*)\}\}/g;
const token = /\s*("(?:[^"\\\n]|\\.)*"|`[^`]*`|[()|]|[^\s()|"`]+)/y;

type Value = string | number | TemplateData["labels"];

function evaluate(inner: string, data: TemplateData): Value {
  const tokens = tokensOf(inner.trim());
  const { value, next } = pipeline(tokens, 0, data);
  if (next < tokens.length) throw new SyntaxError(`{{${inner}}}`);
  return value;
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  for (let found = token.exec(text); found; found = token.exec(text)) tokens.push(found[1] ?? "");
  return tokens;
}

interface Step {
  readonly value: Value;
  readonly next: number;
}

/** Commands with `|` between them: each gets the result of the one before as its last argument. */
function pipeline(tokens: readonly string[], from: number, data: TemplateData): Step {
  let step = command(tokens, from, data);
  while (tokens[step.next] === "|") step = command(tokens, step.next + 1, data, step.value);
  return step;
}

function command(tokens: readonly string[], from: number, data: TemplateData, piped?: Value): Step {
  const name = tokens[from] ?? "";
  const isCall = Object.hasOwn(functions, name);
  const values: Value[] = [];
  let at = isCall ? from + 1 : from;
  for (; at < tokens.length && tokens[at] !== "|" && tokens[at] !== ")";) {
    const { value, next } = operand(tokens, at, data);
    values.push(value);
    at = next;
  }
  if (piped !== undefined) values.push(piped);
  if (isCall) return { value: call(name, values), next: at };
  const [only] = values;
  if (only === undefined || values.length > 1) throw new SyntaxError(name);
  return { value: only, next: at };
}

function operand(tokens: readonly string[], at: number, data: TemplateData): Step {
  const text = tokens[at] ?? "";
  if (text !== "(") return { value: plain(text, data), next: at + 1 };
  const inner = pipeline(tokens, at + 1, data);
  if (tokens[inner.next] !== ")") throw new SyntaxError("a bracket that is not closed");
  return { value: inner.value, next: inner.next + 1 };
}

function plain(text: string, { labels, value }: TemplateData): Value {
  if (text === "$value" || text === ".Value") return value;
  if (text === "$labels" || text === ".Labels") return labels;
  const label = /^(?:\$labels|\.Labels)\.(\w+)$/.exec(text)?.[1];
  if (label !== undefined) return labels[label] ?? "";
  if (text.startsWith("`")) return text.slice(1, -1);
  // The escapes of Go that JSON has not are of no use in an annotation.
  if (text.startsWith('"')) return JSON.parse(text) as string;
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  throw new SyntaxError(text);
}

const ofNumber: Readonly<Record<string, (value: number) => string>> = {
  humanize,
  humanize1024,
  humanizeDuration,
  humanizePercentage,
  humanizeTimestamp,
};
const ofText: Readonly<Record<string, (text: string) => string>> = {
  toUpper: (text) => text.toUpperCase(),
  toLower: (text) => text.toLowerCase(),
  stripPort: (text) => text.replace(/:\d+$/, ""),
};
const functions: Readonly<Record<string, unknown>> = { ...ofNumber, ...ofText, printf: true, index: true };

function call(name: string, values: readonly Value[]): Value {
  const [first, second] = values;
  const humanized = ofNumber[name];
  if (humanized && values.length === 1) return humanized(Number(first));
  const changed = ofText[name];
  if (changed && typeof first === "string") return changed(first);
  if (name === "index" && typeof first === "object" && typeof second === "string") return first[second] ?? "";
  if (name === "printf" && typeof first === "string") return formatted(first, values.slice(1));
  throw new SyntaxError(name);
}

/** printf of a few verbs: `%s`, `%v`, and a number with `%f`, `%g`, `%e` and a precision. */
function formatted(format: string, values: readonly Value[]): string {
  let used = 0;
  const text = format.replace(
    /%%|%(?:\.(\d+))?([a-zA-Z])|%/g,
    (verb: string, digits?: string, letter?: string) => {
      if (verb === "%%") return "%";
      const value = values[used++];
      if (value === undefined) throw new SyntaxError(`printf ${verb}`);
      return formattedValue(verb, letter ?? "", digits === undefined ? undefined : Number(digits), value);
    },
  );
  if (used < values.length) throw new SyntaxError(`printf ${JSON.stringify(format)}`);
  return text;
}

function formattedValue(verb: string, letter: string, digits: number | undefined, value: Value): string {
  if (letter === "v" && digits === undefined) return printed(value);
  if (letter === "s" && digits === undefined && typeof value === "string") return value;
  if (typeof value === "number") {
    // Six is Go's own precision where none is given.
    if (letter === "f") return printFixed(value, digits ?? 6);
    if (letter === "e") return printScientific(value, digits ?? 6);
    if (letter === "g") return printGeneral(value, digits);
  }
  throw new SyntaxError(`printf ${verb}`);
}

function printed(value: Value): string {
  if (typeof value === "object") throw new SyntaxError("$labels");
  return typeof value === "number" ? printGeneral(value) : value;
}
