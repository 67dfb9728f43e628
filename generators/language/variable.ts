import type { SelectorOf } from "./expression/expression.ts";
import type { Labels, Name } from "./label.ts";
import { callerPlace, type Place } from "./place.ts";

/** What All stands for: any series, also one without the label; any that has it; each value that is offered. */
export type AllMeans = "anything" | "some value" | "what is offered";

export interface VariableOptions<L extends Labels> {
  /** The name that people see: `"Instance"`. */
  readonly title: string;
  /** A metric that has the label. */
  readonly of: SelectorOf<L>;
  /** The label whose values can be chosen. Refuses labels that the metric does not have. */
  readonly label: Name<L>;
  /** False: only one value can be chosen at a time. Default: true, several. */
  readonly multiple?: boolean;
  /**
   * What All stands for: `"anything"`, also series that do not have the label, `.*`; `"some value"`, series that have it, `.+`; or
   * `"what is offered"`, each of the values. False: there is no All. Default: `"anything"` where several can be chosen, else false.
   */
  readonly all?: AllMeans | false;
  /** The value that is chosen when the dashboard is opened. Default: All, or the first that is offered. */
  readonly first?: string;
  /** How the values are ordered, numbers in them by their size. Default: `"rising"`. */
  readonly order?: "rising" | "falling" | "as found";
  /** Offers only values that it matches, and of these what its group has: `/^eu-(.+)/`. Default: all, as they are. */
  readonly matching?: RegExp;
  /** True: it is not shown at the top; links and variables behind it still go by it. Default: false. */
  readonly hidden?: boolean;
  /** False: only queries that name it go by it, `promql`. Default: true, all queries whose metric has the label. */
  readonly narrows?: boolean;
}

/** A choice at the top of a dashboard. */
export interface Variable {
  readonly kind: "variable";
  readonly name: string;
  readonly title: string;
  readonly of: SelectorOf<Labels>;
  readonly label: string;
  readonly multiple: boolean;
  readonly all: AllMeans | false;
  readonly first?: string;
  readonly order: NonNullable<VariableOptions<Labels>["order"]>;
  readonly matching?: RegExp;
  readonly hidden: boolean;
  readonly narrows: boolean;
  readonly place: Place;
}

/**
 * A choice at the top of a dashboard, of the values of a label.
 *
 * Every query of the dashboard is narrowed to what is chosen, where its series have the label and it does not match a value
 * already; so are the values that variables behind it offer. With `multiple: false` the one value is compared by `=`, as it stands; there
 * is no All then, unless `all` says what it stands for.
 * @example variable("instance", { title: "Instance", of: shop.up, label: "instance" })
 * @refuses variable("path", { title: "Path", of: shop.up, label: "path" })
 * @check variables-fit-their-comparison
 * @check variables-are-known
 */
export function variable<L extends Labels>(name: string, options: VariableOptions<L>): Variable {
  const { multiple = true, all = multiple ? "anything" : false, ...others } = options;
  const { order = "rising", hidden = false, narrows = true } = options;
  return { kind: "variable", name, ...others, multiple, all, order, hidden, narrows, place: callerPlace() };
}
