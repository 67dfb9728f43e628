import { percent, ratioOf, recording, runs, share } from "signalbox";
import { sales } from "./metrics.ts";

const orders = sales.shop_orders_total;
const sold = orders.where({ result: "sold" });
const failed = orders.where({ result: "failed" });

export const orderRate = recording("instance:shop_orders:rate5m", orders.rate("5m").sumBy("instance"), {
  help: "Orders per second, over 5 minutes.",
  example: { given: [runs(sold, 3), runs(failed, 1)], expect: 4 },
});

export const failedShare = recording(
  "instance:shop_failed_orders:ratio_rate5m",
  // Nothing failed: 0. Nothing was ordered: no value at all, and so no alert.
  ratioOf(failed.rate("5m").sumBy("instance"), orderRate),
  {
    help: "Share of the orders of the last 5 minutes that failed.",
    example: [
      { given: [share(failed, sold, percent(2))], expect: percent(2) },
      { given: [runs(sold, 0.5)], expect: 0 },
      { given: [runs(sold, 0)], expect: "missing" },
    ],
  },
);
