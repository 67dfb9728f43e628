import { everyJob, query, row, stat, stateTimeline, time, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { certificateProbe, healthProbe, trustProbe } from "../scrape.ts";

const upOrDown = { 0: { text: "Down", color: "red" }, 1: { text: "Up", color: "green" } } as const;

export const healthRow = row("As seen from outside", [
  stateTimeline({
    title: "Probes",
    description:
      "Whether the health check answers 200, and whether a TLS connection can be made and is trusted.",
    width: 6,
    height: 6,
    queries: [
      query(healthProbe.probe_success, { legend: "health check" }),
      query(certificateProbe.probe_success, { legend: "certificate" }),
      query(trustProbe.probe_success, { legend: "trusted" }),
    ],
    valueNames: upOrDown,
  }),
  timeSeries({
    title: "Health check time",
    description: "How long the health check takes to answer, name look-up and connection included.",
    width: 6,
    height: 6,
    queries: [query(healthProbe.probe_duration_seconds, { legend: ({ instance }) => instance })],
    min: 0,
    thresholds: [alerts.SpaceTimeHealthSlowResponse],
  }),
  stat({
    title: "Certificate expires in",
    description: "Time until the first certificate of the chain expires.",
    width: 6,
    height: 6,
    queries: [certificateProbe.probe_ssl_earliest_cert_expiry.sub(time()).in("days")],
    decimals: 0,
    thresholds: [alerts.SpaceTimeCertificateExpiring30Days, alerts.SpaceTimeCertificateExpiringSoon],
  }),
  stateTimeline({
    title: "Scrapes",
    description: "Whether Prometheus gets metrics from each job. A job that is down makes its alerts blind.",
    width: 6,
    height: 6,
    queries: [query(everyJob.up.where({ job: /spacetime-.*/ }), { legend: ({ job }) => job })],
    valueNames: upOrDown,
  }),
]);
