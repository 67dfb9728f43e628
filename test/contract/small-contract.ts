// A small contract by hand, and what an exposition differs from it.
import type { ContractMetric, Read, Reader } from "../../generators/contract/contract.ts";
import { differencesOf } from "../../generators/contract/compared.ts";
import { victimTexts } from "../../generators/contract/difference-text.ts";
import type { Family } from "../../generators/exposition/exposition.ts";
import { readExposition } from "../../generators/exposition/read-exposition.ts";

/** The families of a text that can be read. */
export function familiesIn(text: string): readonly Family[] {
  const read = readExposition(text);
  if ("unreadable" in read) throw new Error(`line ${read.unreadable.line}: ${read.unreadable.reason}`);
  return read.families;
}

export const readers: Readonly<Record<string, Reader>> = {
  "alert Failing": { kind: "alert", name: "Failing", severity: "critical", notifies: ["on-call"] },
  "alert Blind": {
    kind: "alert",
    name: "Blind",
    severity: "low",
    notifies: ["team"],
    firesWhenMissing: true,
  },
  "panel Shop / Orders": { kind: "panel", name: "Shop / Orders" },
};

/** A read by the first of the readers, which needs it. */
export function read(series: string | undefined, more: Partial<Read> = {}): Read {
  return { by: "alert Failing", ...(series === undefined ? {} : { series }), role: "needed", ...more };
}

export const orders: ContractMetric = {
  ...{ name: "shop_orders_total", type: "counter", unit: "orders", help: "Orders." },
  labels: { result: ["sold", "failed"] },
  definedAt: "metrics.ts:3",
  reads: [read(undefined, { matchers: [{ name: "result", op: "=", value: "failed" }] })],
};

export const wait: ContractMetric = {
  ...{ name: "shop_wait_seconds", type: "histogram", unit: "seconds", help: "Waiting." },
  labels: {},
  buckets: [0.5, 1],
  definedAt: "metrics.ts:9",
  reads: [read("shop_wait_seconds_bucket")],
};

/** Everything that is said of a metric, each with its victims: `missing-metric: is missing | Failing can no longer fire`. */
export function said(metric: ContractMetric, exposition: string): string[] {
  return differencesOf({ readers }, { name: "shop", metrics: [metric] }, familiesIn(exposition)).map(
    ({ kind, text, victims }) => [`${kind}: ${text}`, ...victimTexts(victims)].join(" | "),
  );
}
