import type { JsonValue } from "../../language/panel-json.ts";

/** Options of a word as data. */
export type SaidOptions = { readonly [key: string]: JsonValue };

export interface SaidQuery {
  /** PromQL as it was read. */
  readonly expr: string;
  /** Beside the expression: `legend`, `instant`, `line`. */
  readonly options: SaidOptions;
}

/** A panel in a word of the language. */
export interface SaidPanel {
  readonly word: "timeSeries" | "stat" | "gaugePanel" | "barGauge" | "table" | "text" | "rawPanel";
  /** Those that only it has; its title, its place and its queries are said by all. */
  readonly options: SaidOptions;
  readonly queries: readonly SaidQuery[];
  /** Looks that no word has: they become those of the language. */
  readonly lost: readonly string[];
}

/** Thrown where a panel would be another one in words. */
export class NoWord extends Error {}
