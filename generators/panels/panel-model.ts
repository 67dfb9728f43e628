import type { Definition } from "../definition.ts";
import type { Line } from "../language/line.ts";
import type { Link } from "../language/link.ts";
import type { PanelOptions, PanelType, QueryPanelOptions, ValueNames } from "../language/panel.ts";
import type { Place } from "../language/place.ts";
import type { TextMistake } from "../language/written-text.ts";
import type { Severity } from "../language/alert.ts";
import type { Analysis } from "../promql/analysis.ts";
import type { Node } from "../promql/tree.ts";
import type { AlertThreshold } from "../promql/threshold.ts";

/** What a panel that draws an alert's threshold must know of it. */
export interface DrawnAlert {
  readonly name: string;
  readonly severity: Severity;
  readonly threshold: AlertThreshold | undefined;
}

export interface QueryModel {
  /** A, B, C … in the order of the panel. */
  readonly refId: string;
  /** With Grafana's variables in it; its nodes have their spans in the text. */
  readonly node: Node;
  readonly expr: string;
  readonly analysis: Analysis;
  readonly unit: string;
  readonly legend: string | undefined;
  /** What is wrong with a legend that is a function. */
  readonly legendMistake: TextMistake | undefined;
  readonly instant: boolean;
  /** What it means that it has no data; undefined: it has data as long as all is well. */
  readonly emptyMeans: string | undefined;
  /** How its lines look, where that is another way than the panel says. */
  readonly line: Line | undefined;
  /** Whether its alerts were chosen by what links to the dashboard. */
  readonly showsLinkedAlerts: boolean;
  readonly place: Place;
}

/** Where a panel lies on the grid of 24 columns; `y` counts from the top of the dashboard. */
export interface GridPosition {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** From this value upwards the colour holds; the first step has no value. */
export interface ThresholdStep {
  readonly value: number | undefined;
  readonly color: string;
}

/** What only panels of this type have, with what the author left out. */
export type OwnOptions<T extends PanelType> = {
  readonly [K in T]: Required<Omit<PanelOptions[K], keyof QueryPanelOptions>>;
}[T];

/** There is one such panel for each value of a variable that is chosen. */
export interface RepeatModel {
  /** The name of the variable. */
  readonly variable: string;
  readonly direction: "across" | "down";
  readonly perRow: number;
}

export interface PanelModel<T extends PanelType = PanelType> extends Definition {
  /** Unique in the dashboard, made of the titles of its row and its own. */
  readonly id: number;
  readonly type: T;
  readonly title: string;
  readonly description: string;
  readonly position: GridPosition;
  readonly queries: readonly QueryModel[];
  /** Unit of the values, in the words of the language; undefined for text. */
  readonly unit: string | undefined;
  /** How often the slowest job of its queries is scraped, when that is more seldom than the platform's interval. */
  readonly interval: string | undefined;
  readonly decimals: number | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
  /** Alerts whose thresholds its author wants to see on it. */
  readonly alerts: readonly DrawnAlert[];
  /** In rising order; empty when there are none. */
  readonly thresholds: readonly ThresholdStep[];
  readonly valueNames: ValueNames | undefined;
  /** Undefined: there is one. */
  readonly repeat: RepeatModel | undefined;
  readonly own: OwnOptions<T>;
  readonly links: readonly Link[];
}
