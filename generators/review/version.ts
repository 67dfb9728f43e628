import type { Place } from "../language/place.ts";
import type { Node } from "../promql/tree.ts";
import type { TestedModel } from "../rule-tests/tested-model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import type { KnownLabels } from "../routing/alert-matcher.ts";

/** Facts of something by what people call each, as they are shown. */
export type Facts = Readonly<Record<string, string>>;

/** Something that is known by its facts: a job, a container, an SLO, a metric, a panel. */
export interface Described {
  readonly name: string;
  /** Undefined: what was read says nothing of it. */
  readonly place: Place | undefined;
  readonly facts: Facts;
}

/** An expression, as text where Prometheus would refuse to read it. */
export interface ReviewedExpression {
  readonly expr: string;
  readonly node: Node | undefined;
}

interface ReviewedRule extends ReviewedExpression {
  readonly name: string;
  readonly place: Place | undefined;
  /** The file that it stands in; that it is another one has no consequence. */
  readonly group: string;
  /** Undefined: as often as Prometheus is configured. */
  readonly everyMs: number | undefined;
  readonly labels: Facts;
  /** Metrics and recordings that the expression names. */
  readonly reads: readonly string[];
  /** What its rule test plays. */
  readonly scenario: Facts;
  /** What its author waives or suppresses, with the reasons. */
  readonly waived: Facts;
}

export type ReviewedRecording = ReviewedRule;

/** A receiver that is notified of an alert. */
export interface Notified {
  readonly receiver: string;
  /** How people call it: `on-call (PagerDuty)`. */
  readonly called: string;
  /** False: it depends on labels that are known only when the alert fires. */
  readonly surely: boolean;
  /** When it notifies: `in business-hours`; undefined: always. */
  readonly open: string | undefined;
  /** Names of time intervals: outside of all of these it is mute. None: it is active at any time. */
  readonly activeIn: readonly string[];
  /** Names of time intervals in any of which it is mute. */
  readonly mutedIn: readonly string[];
  /** From when the condition holds. */
  readonly soonestMs: number;
  readonly latestMs: number;
  readonly againAfterMs: number;
  readonly groupedBy: readonly string[] | "all";
}

/** An alert that keeps another from being sent while it fires. */
export interface Inhibitor {
  readonly model: AlertModel;
  /** False: it depends on labels that are known only when both fire. */
  readonly surely: boolean;
  /** The labels that must have the same value on both, where that is not sure. */
  readonly ifSame: readonly string[];
}

export interface ReviewedAlert extends ReviewedRule {
  readonly severity: string | undefined;
  readonly forMs: number;
  readonly keepFiringForMs: number;
  /** Where it ends, and how far beyond the threshold that is; undefined: at the threshold, or that is not known. */
  readonly resolvesAt: { readonly text: string; readonly beyond: number } | undefined;
  readonly annotations: Facts;
  /** The unit of what it compares, in the words of the language; undefined: not known. */
  readonly unit: string | undefined;
  /** Undefined: there is no routing to say it. */
  readonly notified: readonly Notified[] | undefined;
  /** What keeps it from being sent while that fires. */
  readonly inhibitedBy: readonly string[];
  /** The alerts among these; undefined: only conditions of them are known. */
  readonly inhibitors: readonly Inhibitor[] | undefined;
  /** What Alertmanager will see of its labels, as far as that is known before it fires. */
  readonly sent: KnownLabels;
  /** With the model, where there is one: then its scenarios can be played. */
  readonly model: AlertModel | undefined;
}

export interface ReviewedPanel extends Described {
  /** The uid of its dashboard. */
  readonly dashboard: string;
  readonly dashboardTitle: string;
  readonly row: string;
  /** Its number among the panels of its dashboard, from the top left. */
  readonly order: number;
  readonly size: string;
  readonly queries: readonly ReviewedExpression[];
}

/** How Alertmanager is configured. */
export interface ReviewedRouting {
  /** In YAML, or in JSON. */
  readonly config: string;
  /** Whether alerts have no labels besides those that are known of them. */
  readonly knowsAllLabels: boolean;
}

/** One state of what is compared: a project, or a folder of plain files. */
export interface Version {
  readonly alerts: readonly ReviewedAlert[];
  readonly recordings: readonly ReviewedRecording[];
  readonly panels: readonly ReviewedPanel[];
  readonly slos: readonly Described[];
  readonly metrics: readonly Described[];
  readonly jobs: readonly Described[];
  readonly containers: readonly Described[];
  /** Checks that are suppressed beside those of rules, by what is allowed them: `service shop: metrics-are-used`. */
  readonly suppressed: readonly Described[];
  /** Undefined: there is none. */
  readonly routing: ReviewedRouting | undefined;
  /** Times of the week that routes name. */
  readonly hours: readonly Described[];
  readonly model: TestedModel | undefined;
  /** What could not be read, in sentences. */
  readonly unread: readonly string[];
}
