import { failing, percent, slo } from "signalbox";
import { sloAlerting } from "../../platform/slo-alerting.ts";
import { api } from "./metrics/api.ts";

const requests = api.api_requests_total;

export const afirgenBackendAvailability = slo("afirgen-backend-availability", {
  title: "AFIRGen answers",
  description:
    "A report that fails to be made is asked for again, which takes minutes of somebody's time. One request in two hundred may fail: the model servers behind it are restarted now and then, and a stricter promise would be about them.",
  impact: "Reports fail and are asked for again; work is lost.",
  component: "errors",
  objective: percent(99.5),
  window: "30d",
  // A 4xx is the caller's mistake and no failure of ours.
  indicator: failing(requests.where({ status: /5../ }), { of: requests, words: "of the requests fail" }),
  // Three requests a minute, on the mean: in the shortest long window, an hour, 180. One that fails is 0.56 % of them, less
  // than a tenth of the 7.2 % that page.
  minimumTraffic: 0.05,
  alerting: sloAlerting,
});
