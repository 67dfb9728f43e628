import { query, row, stat, stateTimeline, time, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { health } from "../metrics/status.ts";
import { certificateProbe, healthProbe } from "../scrape.ts";

const { shop_health_status: shop, shop_health_part_status: part } = health;
const upOrDown = { 0: { text: "Down", color: "red" }, 1: { text: "Up", color: "green" } } as const;

// A status is a label, and a panel draws numbers: the worse, the higher.
const shopLevel = shop
  .where({ status: "ok" })
  .mul(0)
  .or(shop.where({ status: "degraded" }))
  .or(shop.where({ status: "failed" }).mul(2))
  .maxBy("instance")
  .as("count");
const partLevel = part
  .where({ status: "ok" })
  .mul(0)
  .or(part.where({ status: "degraded" }))
  .or(part.where({ status: "failed" }).mul(2))
  .maxBy("instance", "part")
  .as("count");
const levelNames = {
  0: { text: "OK", color: "green" },
  1: { text: "Degraded", color: "yellow" },
  2: { text: "Failed", color: "red" },
} as const;

export const healthRow = row("Health", [
  stateTimeline({
    title: "Status",
    description: "What the health check said of the shop as a whole; a gap where it did not answer.",
    width: 8,
    height: 6,
    queries: [query(shopLevel, { legend: ({ instance }) => instance })],
    valueNames: levelNames,
  }),
  stateTimeline({
    title: "Parts",
    description: "What it said of each part. The first to turn is where to look.",
    width: 8,
    height: 6,
    queries: [query(partLevel, { legend: ({ part: name }) => name })],
    valueNames: levelNames,
  }),
  timeSeries({
    title: "Check time",
    description: "How long the check of each part took inside of the shop.",
    width: 8,
    height: 6,
    queries: [query(health.shop_health_part_duration_milliseconds, { legend: ({ part: name }) => name })],
    min: 0,
  }),
  stateTimeline({
    title: "Probes",
    description: "Whether the health check answers 200, and whether a TLS connection can be made.",
    width: 8,
    height: 6,
    queries: [
      query(healthProbe.probe_success, { legend: "health check" }),
      query(certificateProbe.probe_success, { legend: "certificate" }),
    ],
    valueNames: upOrDown,
  }),
  timeSeries({
    title: "Health check time",
    description: "How long the health check takes to answer, seen from outside.",
    width: 8,
    height: 6,
    queries: [query(healthProbe.probe_duration_seconds, { legend: ({ instance }) => instance })],
    min: 0,
    thresholds: [alerts.TicketShopHealthSlow],
  }),
  stat({
    title: "Certificate expires in",
    description: "Time until the first certificate of the chain expires.",
    width: 8,
    height: 6,
    queries: [certificateProbe.probe_ssl_earliest_cert_expiry.sub(time()).in("days")],
    decimals: 0,
    thresholds: [alerts.TicketShopCertificateExpiring],
  }),
]);
