import { alert, percent, share } from "signalbox";
import { high } from "../../platform/severities.ts";
import { sales } from "./metrics.ts";
import { failedShare } from "./recordings.ts";

const orders = sales.shop_orders_total;
const [sold, failed] = [orders.where({ result: "sold" }), orders.where({ result: "failed" })];

export const TicketShopFailing = alert({
  severity: high,
  component: "orders",
  expr: failedShare.gt(percent(2)),
  for: "5m",
  scenario: share(failed, sold, { ok: percent(0.5), limit: percent(2), firing: percent(2.1) }),
  summary: ({ labels, value }) => `${labels.instance} fails ${value} of its orders`,
  description: ({ threshold }) => `More than ${threshold} of the orders of the last 5 minutes failed.`,
  impact: "People pay and get no ticket, or give up.",
  actions: [
    "The panel Orders says since when. Was there a deployment?",
    "Read the shop's log for the reason that orders fail with.",
  ],
});
