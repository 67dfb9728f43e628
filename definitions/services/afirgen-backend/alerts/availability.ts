import { alert, holds } from "signalbox";
import { critical } from "../../../platform/severities.ts";
import { backend } from "../scrape.ts";
import { group } from "./group.ts";

export const AfirgenBackendDown = alert({
  severity: critical,
  component: "availability",
  // A target that is gone from the configuration has no `up` that could be 0: that its series is missing counts as well.
  expr: backend.up.eq(0).or(backend.up.absent()),
  downOf: backend,
  // Four scrapes in a row: a restart takes one or two of them.
  for: "1m",
  scenario: { given: [holds(backend.up, { ok: 1, firing: 0 })], whenMissing: "firing" },
  group,
  summary: "The AFIRGen backend is down",
  description: "Prometheus gets no metrics from the backend, or has no such target any more.",
  impact: "Nothing that the backend offers can be used, and all of its other alerts are blind.",
  actions: [
    "Ask it yourself:\n`curl -i http://localhost:8000/prometheus/metrics`",
    "No answer: read the end of the backend's log for a crash, and start it again.",
    "An answer of 500: the backend runs and cannot write its metrics; its log says why.",
    "Another service answers: two programs want port 8000; change the target in out/prometheus/targets/afirgen-backend.yml.",
  ],
});
