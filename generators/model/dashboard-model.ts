import type { Annotation } from "../language/dashboard.ts";
import type { Link } from "../language/link.ts";
import type { Place } from "../language/place.ts";
import type { TextMistake } from "../language/written-text.ts";
import type { Variable } from "../language/variable.ts";
import type { Analysis } from "../promql/analysis.ts";
import type { Node } from "../promql/tree.ts";
import type { Definition } from "../definition.ts";
import type { PanelModel } from "../panels/panel-model.ts";

export interface RowModel {
  readonly id: number;
  readonly title: string;
  readonly collapsed: boolean;
  /** The name of the variable for each of whose values there is one such row. */
  readonly repeatFor: string | undefined;
  readonly y: number;
  readonly panels: readonly PanelModel[];
}

export interface VariableModel {
  readonly name: string;
  readonly title: string;
  /** `label_values(metric, label)` as Grafana's Prometheus data source asks it. */
  readonly query: string;
  /** The selector alone: `metric{…}`. */
  readonly selector: string;
  readonly analysis: Analysis;
  readonly label: string;
  readonly multiple: boolean;
  readonly all: Variable["all"];
  readonly first: string | undefined;
  readonly order: Variable["order"];
  /** A regular expression of JavaScript, as it is written: `/^eu-(.+)/`. */
  readonly matching: string | undefined;
  readonly hidden: boolean;
  readonly place: Place;
}

export interface AnnotationModel {
  readonly name: string;
  readonly node: Node;
  readonly expr: string;
  readonly analysis: Analysis;
  /** How often the slowest job of its query is scraped, when that is more seldom than the platform's interval. */
  readonly interval: string | undefined;
  readonly color: Annotation["color"];
  readonly text: string;
  readonly textMistake: TextMistake | undefined;
  readonly place: Place;
}

export interface DashboardModel extends Definition {
  readonly uid: string;
  readonly service: string;
  readonly title: string;
  readonly description: string;
  readonly folder: string;
  readonly tags: readonly string[];
  readonly refresh: string | undefined;
  readonly last: string;
  readonly variables: readonly VariableModel[];
  readonly annotations: readonly AnnotationModel[];
  readonly links: readonly Link[];
  readonly rows: readonly RowModel[];
}
