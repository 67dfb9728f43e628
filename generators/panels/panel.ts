import type * as z from "zod";
import type { PanelOptions, PanelType } from "../language/panel.ts";
import type { OwnOptions, PanelModel, QueryModel } from "./panel-model.ts";
import type { Schema } from "../schema.ts";
import type { PanelBuilder } from "./sdk.ts";

/**
 * Everything about a type of panel.
 *
 * Types state even what they do not have (no queries, no texts, no mistakes), so that whoever adds one has thought of it.
 */
export interface PanelKind<T extends PanelType> {
  /** The word of the language that gives it: `timeSeries`. */
  readonly word: string;
  /** What Grafana calls it: the id of the plugin that draws it; undefined: its author says which. */
  readonly plugin: string | undefined;
  /** Its size where its author says none. A unit of height is about 38 pixels: 30 and the gap. */
  readonly size: Size;
  /** How it queries Prometheus; undefined: it does not. */
  readonly queries: QueryKind | undefined;
  /** Whether Grafana gives its values the colours of thresholds. */
  readonly thresholds: boolean;
  /** What only this type has, with what its author left out. */
  readonly own: (options: PanelOptions[T]) => OwnOptions<T>;
  /** What the type of its options cannot say, or a cast can get around. */
  readonly shape: z.ZodType;
  readonly build: (panel: PanelModel<T>, scraping: Scraping) => PanelBuilder;
  /** What only this type knows in a dashboard's file; Grafana ignores options that it does not know. */
  readonly schema: PanelSchema;
  /** Why its queries do not suit it: it would show nothing, or something wrong. */
  readonly mistakes: (panel: PanelModel<T>) => readonly PanelMistake[];
  /** How it adds the values of its series up, as a stack does; undefined: each is shown by itself. */
  readonly adds: (panel: PanelModel<T>) => Addition | undefined;
  /** Texts of its own that a person reads, by the name of the option. */
  readonly texts: (panel: PanelModel<T>) => Readonly<Record<string, string>>;
  /** What the guide of dashboards calls it. */
  readonly guide: (panel: PanelModel<T>) => string;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How a type of panel asks Prometheus. */
export interface QueryKind {
  /** The current value, or the history over the shown time: always, or where its author says nothing. */
  readonly time: "now" | "now by default" | "history by default";
  readonly format: "time_series" | "table" | "heatmap";
  /** What its series must be called; undefined: as the author says. */
  readonly legend: string | undefined;
  /** In which unit a query gives what the panel has on its axis. */
  readonly unitOf: (query: QueryModel) => string | undefined;
  /** Whether its queries share an axis, and so must share their unit. */
  readonly oneUnit: boolean;
}

/** How often the platform scrapes: gaps shorter than a few of these are bridged. */
export interface Scraping {
  readonly scrapeMs: number;
}

/** The options of a panel in a dashboard's file, and what it says of each series. */
export interface PanelSchema {
  readonly options: Schema;
  /** Undefined: it says nothing of its own of a series. */
  readonly custom: Schema | undefined;
}

/** Continues `panel "Orders" `. */
export interface PanelMistake {
  readonly message: string;
  readonly fix: string;
}

/** Continues `panel "Orders" `: `stacks`; and what to do where the values do not add up. */
export interface Addition {
  readonly verb: string;
  readonly fix: string;
}
