import { holds, megabytes, minutes, ms, percent, quantile, ratioOf, recording, runs, share } from "signalbox";
import { requests, sales } from "./metrics/sales.ts";
import { memory } from "./metrics/status.ts";
import { tickets } from "./metrics/worker.ts";

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

export const answerTime = recording(
  "instance:shop_request_duration_seconds:p95_5m",
  // Nobody asked: no value at all. Without the comparison it would be NaN.
  requests.shop_request_duration_seconds.quantile(0.95, "5m", "instance").gt(0).series(),
  {
    help: "95 of 100 requests of the last 5 minutes were answered in this time.",
    example: {
      given: [quantile(requests.shop_request_duration_seconds, 0.95, ms(500))],
      expect: ms(500),
    },
    equivalentMutants: { "comparison not strict": "No quantile of a time is 0." },
  },
);

export const memoryInUse = recording(
  "instance:shop_memory_bytes:sum",
  memory.shop_memory_bytes.sumBy("instance"),
  {
    help: "Memory in use, heap and cache together.",
    example: {
      given: [
        holds(memory.shop_memory_bytes.where({ type: "heap" }), megabytes(300)),
        holds(memory.shop_memory_bytes.where({ type: "cache" }), megabytes(100)),
      ],
      expect: megabytes(400),
    },
  },
);

const { shop_queued_tickets: queued, shop_tickets_total: printed } = tickets;

export const printTime = recording(
  "instance:shop_queued_tickets:print_time",
  queued.sumBy("instance").div(printed.rate("10m").sumBy("instance").gt(0).series()),
  {
    help: "Time that the printers need, at the pace of the last 10 minutes, for all tickets that wait.",
    example: [
      {
        given: [
          holds(queued.where({ printer: "hall" }), 900),
          holds(queued.where({ printer: "office" }), 300),
          runs(printed, 2),
        ],
        expect: minutes(10),
      },
      // A pace of less than one ticket a second is a pace as well.
      { given: [holds(queued, 30), runs(printed, 0.5)], expect: minutes(1) },
      // At no pace at all there is no time to tell.
      { given: [holds(queued, 30), runs(printed, 0)], expect: "missing" },
    ],
  },
);
