import { suggestion } from "../../../generators/text/suggestion.ts";
import { text } from "../../code/code.ts";
import type { KnownMetric } from "../find-metric.ts";
import type { Refused } from "../known-project.ts";
import type { ConditionWishes } from "./condition.ts";

/** A metric, or some of its series. */
export interface SelectedMetric extends KnownMetric {
  /** `sales.shop_orders_total.where({ result: "failed" })` */
  readonly selector: string;
  /** The labels that tell its series apart, besides `instance`. */
  readonly own: readonly string[];
}

/** The metric, or its series with a label. */
export function select(metric: KnownMetric, where: ConditionWishes["where"]): SelectedMetric | Refused {
  const { labels, definition, handle } = metric;
  const [label, value] = where ?? [];
  const open = Object.keys(labels).filter(
    (name) => !["job", "instance", label].includes(name) && isOpen(labels[name]),
  );
  // A number says less than the name beside it.
  const own = [...open.filter((name) => !name.endsWith("id")), ...open.filter((name) => name.endsWith("id"))];
  if (label === undefined || value === undefined) return { ...metric, selector: handle, own };
  const spec = labels[label];
  const named = `${definition.name} has no label ${label}`;
  if (spec === undefined)
    return {
      refused: `${named}${suggestion(label, Object.keys(labels))}. It has: ${Object.keys(labels).join(", ")}.`,
    };
  if (Array.isArray(spec) && !spec.includes(value))
    return { refused: `${named} with the value ${value}. It has: ${spec.join(", ")}.` };
  return { ...metric, selector: `${handle}.where({ ${label}: ${text(value)} })`, own };
}

/** Whether the label may have several values. */
function isOpen(spec: KnownMetric["labels"][string] | undefined): boolean {
  return !Array.isArray(spec) || spec.length > 1;
}
