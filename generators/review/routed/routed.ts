import type { BothSides, Side } from "../played.ts";
import type { ReviewedAlert } from "../version.ts";

/** The labels of an alert that fires. */
export type LabelSet = Readonly<Record<string, string>>;

/** An alert that Alertmanager is asked about, with all the labels that it may have as far as routes can tell them apart. */
export interface AskedAlert {
  readonly alert: ReviewedAlert;
  readonly sets: readonly LabelSet[];
}

/** Two alerts that fire at the same time, of which the first may keep the second from being sent. */
export interface AskedInhibition {
  readonly source: AskedAlert;
  readonly target: AskedAlert;
  readonly labels: readonly [source: LabelSet, target: LabelSet];
  /** Labels of which only the series know the values, and which have others on each of the two. */
  readonly differing: readonly string[];
}

/** What the Alertmanager of one version is asked. */
export interface AskedSide {
  /** Alertmanager's configuration, as data. */
  readonly config: unknown;
  /** The time intervals that its routes name. */
  readonly intervals: readonly string[];
  readonly alerts: readonly AskedAlert[];
  readonly inhibitions: readonly AskedInhibition[];
}

/** What both are asked. */
export type RoutingQuestion = BothSides<AskedSide>;

/** A week in which one time interval is always and all others are never, or the reverse. */
export interface Hours {
  readonly interval: string;
  readonly is: "always" | "never";
}

/** What becomes of an alert with one set of labels. */
export interface RoutedSet {
  /** Names of the receivers that its routes have, in their order. */
  readonly receivers: readonly string[];
  /** For each of these, which of its labels all alerts of the same notification have. */
  readonly grouped: readonly (readonly string[])[];
  /** For each of the weeks that are played, those that were notified; none where there were too many sets to play them. */
  readonly notified: readonly (readonly string[])[];
}

/** What the Alertmanager of one version answers. */
export interface RoutedSide {
  /** For each alert that was asked about, of each of its sets. */
  readonly alerts: readonly (readonly RoutedSet[])[];
  /** Of each pair, whether the first keeps the second from being sent. */
  readonly inhibited: readonly boolean[];
}

/** What both were asked, and what they answered. */
export interface Routed {
  readonly question: RoutingQuestion;
  readonly answers: Readonly<Record<Side, RoutedSide>>;
}
