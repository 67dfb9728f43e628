import { failing, percent, slo } from "signalbox";
import { sloAlerting } from "../../platform/slo-alerting.ts";
import { http } from "./metrics/requests.ts";

export const gatewayzApiAvailability = slo("gatewayz-api-availability", {
  title: "GatewayZ answers",
  description:
    "Programs call the gateway and repeat a call that fails, so one in a hundred is borne. A stricter promise would be about the providers behind it: what they fail is counted here as well.",
  impact: "Programs repeat their calls, or give up.",
  component: "errors",
  objective: percent(99),
  window: "30d",
  indicator: failing(http.http_request_errors_total, {
    of: http.http_requests_total,
    words: "of the requests fail",
  }),
  // Three requests a minute, on the mean: in the shortest long window, an hour, 180. One that fails is 0.56 % of them; 14.4 %
  // page.
  minimumTraffic: 0.05,
  alerting: sloAlerting,
});
