import type { RunbookModel } from "../../generators/model/model.ts";
import { writtenAs } from "../promql/of-text.ts";
import { place } from "./small-model.ts";
import { analysisOf } from "./small-rules.ts";

/** A runbook of the alert `ShopDown`, with parts of it replaced. */
export function runbookModel(parts: Partial<RunbookModel> = {}): RunbookModel {
  return {
    service: "shop",
    title: "Down for some",
    slug: "down-for-some",
    pattern: "Some cannot buy, and shop_orders_total still grows.",
    questions: [
      {
        asks: "Does anybody buy?",
        means: "0: nobody.",
        node: writtenAs('sum(rate(shop_orders_total{job="shop"}[5m]))'),
        expr: 'sum(rate(shop_orders_total{job="shop"}[5m]))',
        analysis: analysisOf(),
        place,
      },
    ],
    causes: ["A broken `basket`.", "A full disk."],
    actions: ["Open the page:\nas a customer would.", "Restart it."],
    alerts: ["ShopDown"],
    unexported: [],
    place,
    allow: {},
    ...parts,
  };
}
