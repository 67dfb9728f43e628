import { failing, holds, percent, slo, slowerThan, timeIn } from "signalbox";
import { sloAlerting } from "../../platform/slo-alerting.ts";
import { engine } from "./metrics/performance.ts";
import { plainNames } from "./metrics/plain-names.ts";

const { http_requests_total: requests, http_request_duration_seconds: latency } = plainNames;

// A request in five seconds, on the mean: in the shortest long window, an hour, 720. One that fails is 0.14 % of them, a tenth
// of what pages; at night, when hardly anybody plays, nobody is woken.
const minimumTraffic = 0.2;

export const httpApiAvailability = slo("http-api-availability", {
  title: "HTTP API answers",
  description:
    "Scenes, sign-ins and tools depend on these answers. One call in a thousand that fails is repeated by hand and hardly noticed; more makes people distrust what they see. While the API is down nothing is asked and nothing counts: that is what HTTPAPIDown and SpaceTimeAPIDown are for.",
  impact: "Scenes do not load, sign-ins fail, tools give up.",
  component: "http-api",
  objective: percent(99.9),
  window: "30d",
  indicator: failing(requests.where({ status: /5../ }), { of: requests, words: "of the requests fail" }),
  minimumTraffic,
  alerting: sloAlerting,
});

export const httpApiLatency = slo("http-api-latency", {
  title: "HTTP API is quick",
  // The promise of the alerts, p95 within 500 ms, for a month instead of a quarter of an hour.
  description:
    "95 of 100 requests are answered within 500 ms; a player who waits longer for a scene looks around for what is broken. A stricter promise would be broken by the large scenes alone.",
  impact: "Scenes come late, and the game seems to hang.",
  component: "http-api",
  objective: percent(95),
  window: "30d",
  indicator: slowerThan(latency, "0.5", { words: "of the requests take longer than 500 ms" }),
  minimumTraffic,
  alerting: sloAlerting,
});

export const vrFrameRate = slo("vr-frame-rate", {
  title: "VR is comfortable",
  description:
    "Below 85 frames a second pictures are repeated, and sensitive players feel it. Loading a scene costs some seconds of that, so 5 % of the time played may be bad: 3 minutes of an hour.",
  impact: "Pictures judder; sensitive players get sick and stop.",
  component: "frame-rate",
  objective: percent(95),
  // Play has the rhythm of weeks: four of them always have four weekends.
  window: "28d",
  indicator: timeIn(engine.spacetime_fps.lt(85), {
    of: engine.spacetime_fps,
    words: "of the time played is below 85 frames a second",
    scenario: holds(engine.spacetime_fps, { ok: 90, limit: 85, firing: 84.9 }),
  }),
  // 72 minutes of play in a day; in an hour 3 minutes, which is when a beginning is over.
  minimumTraffic: 0.05,
  alerting: sloAlerting,
});
