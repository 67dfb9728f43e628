import { failing, percent, slo } from "signalbox";
import { sloAlerting } from "../../../examples/ticket-shop/definitions/platform/slo-alerting.ts";
import { http } from "./metrics/requests.ts";

export const shopAvailability = slo("shop-availability", {
  title: "Shop answers",
  description:
    "Programs call the shop and repeat a call that fails, so one in a hundred is borne. A stricter promise would be about the suppliers behind it: what they fail is counted here as well.",
  impact: "Programs repeat their calls, or give up.",
  component: "errors",
  objective: percent(99),
  window: "30d",
  indicator: failing(http.shop_http_request_errors_total, {
    of: http.shop_http_requests_total,
    words: "of the requests fail",
  }),
  // Three requests a minute, on the mean: in the shortest long window, an hour, 180. One that fails is 0.56 % of them; 14.4 %
  // page.
  minimumTraffic: 0.05,
  alerting: sloAlerting,
});
