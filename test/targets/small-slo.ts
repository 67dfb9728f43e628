import type { SloModel } from "../../generators/model/slo-model.ts";
import { place } from "./small-model.ts";

/** An objective whose alert `ShopDown` is, with parts of it replaced. */
export function sloModel(parts: Partial<SloModel> = {}): SloModel {
  return {
    id: "shop-answers",
    service: "shop",
    title: "Shop answers",
    description: "Who cannot buy goes elsewhere.",
    owner: "Shop team",
    objective: 0.999,
    objectiveText: "99.9%",
    budget: 0.001,
    windows: ["30d"],
    indicator: "of the requests fail",
    counts: "events",
    minimumTraffic: 0.5,
    burns: [
      {
        alert: "ShopDown",
        window: "30d",
        rates: [
          { factor: 14.4, limit: 0.0144, long: "1h", longMs: 3_600_000, short: "5m" },
          { factor: 6, limit: 0.006, long: "6h", longMs: 21_600_000, short: "30m" },
        ],
      },
    ],
    alerts: ["ShopDown"],
    recordings: ["job:shop_answers_bad:ratio_1h"],
    dashboard: "shop-slos",
    row: "Shop answers: 99.9% over 30 days",
    place,
    allow: {},
    ...parts,
  };
}
