/** What an expression can be: an instant vector, a range vector, a number or a text. */
export type ParameterKind = "vector" | "matrix" | "scalar" | "string";

/** What a function or an aggregation takes at a place; of a number also what it means there. */
export type Parameter = ParameterKind | "quantile" | "seconds ahead";

const kinds: Readonly<Record<Parameter, ParameterKind>> = {
  vector: "vector",
  matrix: "matrix",
  scalar: "scalar",
  string: "string",
  quantile: "scalar",
  "seconds ahead": "scalar",
};

export function kindOfParameter(parameter: Parameter): ParameterKind {
  return kinds[parameter];
}
