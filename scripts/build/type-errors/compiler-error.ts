import type { Place } from "../../../generators/language/place.ts";
import { listed } from "../../../generators/text/listed.ts";

/** An error of the TypeScript compiler, with the author's text around its place. */
export interface CompilerError {
  /** Such as `TS2322`. */
  readonly code: string;
  /** The first line of what the compiler says. */
  readonly first: string;
  /** The lines that explain it. */
  readonly rest: readonly string[];
  /** The file's text up to the place, and from there on; both empty where the file is not known. */
  readonly before: string;
  readonly after: string;
  /** Where it is, from the project's folder. */
  readonly file: string;
  readonly read: FileReader;
}

/** The text of an author's file, by its path from the project's folder; undefined where there is none. */
export type FileReader = (file: string) => string | undefined;

/** The error in the words of the language. */
export interface ExplainedError {
  /** Left out: what the compiler says is clear enough. */
  readonly message?: string;
  readonly fix: string;
  /** Left out: where the compiler found it. */
  readonly place?: Place;
}

/** One kind of mistake: undefined where the error is another one. */
export type Explanation = (error: CompilerError) => ExplainedError | undefined;

/** What was given, and the type that was asked for. */
export interface Mismatch {
  readonly given: string;
  readonly wanted: string;
}

/** The two types of an error of the form "Type 'A' is not assignable to type 'B'". */
export function mismatchOf({ first }: CompilerError): Mismatch | undefined {
  const [, given, wanted] =
    /^(?:Argument of type|Type) '(.+)' is not assignable to (?:parameter of )?type '(.+)'\.(?: Did you mean .*)?$/.exec(
      first,
    ) ??
    /^(?:Argument of type|Type) '(.+)' is missing the following properties from type '(.+)': /.exec(first) ??
    /^Property '\[\w+\]' is missing in type '(.+)' but required in type '(.+)'\.$/.exec(first) ??
    [];
  return given === undefined || wanted === undefined ? undefined : { given, wanted };
}

export type HandleKind =
  | "Counter"
  | "Gauge"
  | "Vector"
  | "Condition"
  | "Histogram"
  | "Summary"
  | "Buckets"
  | "BucketRates"
  | "Scalar";

/** What an author calls each kind. */
export const kindNames: Readonly<Record<HandleKind, string>> = {
  Gauge: "gauge",
  Counter: "counter",
  Vector: "result",
  Condition: "condition",
  Histogram: "histogram",
  Summary: "summary",
  Buckets: "histogram's buckets",
  BucketRates: "rate of a histogram's buckets",
  Scalar: "single number",
};

/** An expression, as the compiler prints its type. */
export interface HandleType {
  readonly kind: HandleKind;
  readonly labels: readonly string[];
  readonly unit: string;
}

/** Reads `Gauge<{ job: "shop"; }, "bytes", "job">`; undefined for other types. */
export function readHandle(type: string): HandleType | undefined {
  const [, kind, rest = ""] =
    /^(Counter|Gauge|Vector|Condition|Histogram|Summary|Buckets|BucketRates|Scalar)<(.*)>$/s.exec(type) ?? [];
  if (kind === undefined) return undefined;
  const [, labels = "", unit = ""] = /^(?:\{(.*?)\}|\w+)?,? ?"([^"]*)"/s.exec(rest) ?? [];
  // The pattern above has only these names.
  return { kind: kind as HandleKind, labels: namesIn(labels), unit };
}

/** A metric of one kind, as what takes one asks for it. */
export interface AskedMetric {
  readonly kind: "Counter" | "Gauge" | "Histogram";
  /** Undefined: any. */
  readonly unit: string | undefined;
  /** Undefined: of any. */
  readonly job: string | undefined;
}

/** Reads `GaugeIn<"timestamp">` and `CounterOf<"shop">`; undefined for other types. */
export function readAsked(type: string): AskedMetric | undefined {
  const [, kind, by, what] = /^(Counter|Gauge|Histogram)(In|Of)<(?:NoInfer<)?(?:"([^"]*)")?/.exec(type) ?? [];
  if (kind === undefined) return undefined;
  // The pattern above has only these names.
  const asked = { kind: kind as AskedMetric["kind"], unit: undefined, job: undefined };
  if (by === "In") return { ...asked, unit: what };
  // That of a histogram names its buckets.
  return kind === "Histogram" ? asked : { ...asked, job: what };
}

/** The names of the properties of an object type, `{ job: "shop"; instance: string; }`. */
export function namesIn(objectType: string): readonly string[] {
  const withoutTexts = objectType.replaceAll(/"[^"]*"/g, '""');
  return [...withoutTexts.matchAll(/(\w+)\??:/g)].map(([, name = ""]) => name);
}

/** `a, b or c`. */
export function oneOf(words: readonly string[]): string {
  return listed(words, "or");
}

/** `a, b and c`. */
export function allOf(words: readonly string[]): string {
  return listed(words, "and");
}

/** The same error with each of the lines that explain it in the place of the first. */
export function nestedErrors(error: CompilerError): readonly CompilerError[] {
  return error.rest.map((line) => ({ ...error, first: line.trim(), rest: [] }));
}
