import type { SelectorOf } from "./expression/expression.ts";
import type { Labels, Name } from "./label.ts";
import { callerPlace, type Place } from "./place.ts";

export interface VariableOptions<L extends Labels> {
  /** What the person sees. */
  readonly title: string;
  /** The metric whose label has the values to choose from. */
  readonly of: SelectorOf<L>;
  readonly label: Name<L>;
  /** True: several values may be chosen at once, and all of them. */
  readonly multiple?: boolean;
}

/** A choice at the top of a dashboard. */
export interface Variable {
  readonly kind: "variable";
  readonly name: string;
  readonly title: string;
  readonly of: SelectorOf<Labels>;
  readonly label: string;
  readonly multiple: boolean;
  readonly place: Place;
}

/** A choice among the values of a label: every query of the dashboard is narrowed by it, where the metric has the label. */
export function variable<L extends Labels>(name: string, options: VariableOptions<L>): Variable {
  const { title, of, label, multiple = true } = options;
  return { kind: "variable", name, title, of, label, multiple, place: callerPlace() };
}
