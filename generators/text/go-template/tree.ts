/** A template of Go's text/template, as far as ours use it. */
export type Node =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "action"; readonly pipe: Pipe }
  | Branch
  | { readonly kind: "template"; readonly name: string; readonly pipe: Pipe | undefined };

export interface Branch {
  readonly kind: "if" | "with" | "range";
  readonly pipe: Pipe;
  readonly then: readonly Node[];
  readonly otherwise: readonly Node[];
}

/** `$index, $alert := .Alerts | …` */
export interface Pipe {
  /** The variables that get its value; of a range the index first, where there are two. */
  readonly variables: readonly string[];
  /** They were declared before. */
  readonly assigns: boolean;
  /** Each gets the value of the one before as its last argument. */
  readonly commands: readonly (readonly Operand[])[];
}

export type Operand =
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "function"; readonly name: string }
  | { readonly kind: "chain"; readonly from: Start; readonly path: readonly string[] };

/** What a chain of fields begins with: the dot, a variable, or what stands between brackets. */
export type Start = "dot" | { readonly variable: string } | Pipe;

/** The templates of a text by their names. */
export type Templates = ReadonlyMap<string, readonly Node[]>;
