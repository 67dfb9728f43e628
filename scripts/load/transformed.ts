/** A TypeScript module as Node runs it. */
export interface Transformed {
  /** In CommonJS. */
  readonly code: string;
  /** A `LineTable` as JSON: read when the first place in it is asked for. */
  readonly lines: string;
}

/** Why a module cannot be run: esbuild's words, and the line. */
export interface Untransformed {
  readonly error: string;
  readonly line: number;
}
