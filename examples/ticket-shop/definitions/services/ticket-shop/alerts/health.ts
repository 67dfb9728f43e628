import { alert, days, holds, ms, time, timeLeft } from "signalbox";
import { critical, high, low, medium } from "../../../platform/severities.ts";
import { health } from "../metrics/status.ts";
import { certificateProbe, healthProbe } from "../scrape.ts";

const status = health.shop_health_status;

export const TicketShopUnhealthy = alert({
  severity: critical,
  component: "availability",
  // An answer that says failed is as bad as none: the probe alone would accept its 200.
  expr: healthProbe.probe_success.eq(0).or(status.where({ status: "failed" }).eq(1)),
  for: "2m",
  scenario: [
    { given: [holds(healthProbe.probe_success, { ok: 1, firing: 0 })] },
    { given: [holds(status.where({ status: "failed" }), { ok: "missing", limit: 0, firing: 1 })] },
  ],
  summary: ({ labels }) => `The health check of ${labels.instance} fails`,
  description:
    "For 2 minutes the health check has not answered 200 within 5 seconds, or has answered that the shop failed.",
  impact: "Nobody can buy a ticket.",
  actions: [
    "Ask it yourself and read its list of issues:\n`curl -s http://localhost:9000/health`",
    "The panel Parts says which part failed first.",
    "No answer at all: read the last lines of error.log, and start the shop again.",
  ],
});

export const TicketShopDegraded = alert({
  severity: medium,
  component: "availability",
  // That it failed is TicketShopUnhealthy.
  expr: status.where({ status: "degraded" }).eq(1),
  for: "5m",
  scenario: holds(status.where({ status: "degraded" }), { ok: "missing", limit: 0, firing: 1 }),
  summary: ({ labels }) => `${labels.instance} says that it is degraded`,
  description: "The health check has answered for 5 minutes that a part of the shop does not work.",
  impact: "Something works less well than it should; what, its list of issues says.",
  actions: [
    "Read the issues:\n`curl -s http://localhost:9000/health`",
    "The panel Parts says which part it is, and since when.",
  ],
});

export const TicketShopHealthSlow = alert({
  severity: low,
  component: "health-check",
  expr: healthProbe.probe_duration_seconds.gt(ms(200)),
  // Four probes in a row.
  for: "2m",
  scenario: holds(healthProbe.probe_duration_seconds, { ok: ms(20), limit: ms(200), firing: ms(210) }),
  summary: ({ labels, value }) => `The health check ${labels.instance} takes ${value}`,
  description: ({ threshold }) => `The health check has taken longer than ${threshold} for 2 minutes.`,
  impact: "None yet.",
  actions: ["The panel Check time says which part is slow."],
});

export const TicketShopCertificateExpiring = alert({
  severity: high,
  component: "certificate",
  expr: certificateProbe.probe_ssl_earliest_cert_expiry.sub(time()).in("days").lt(days(7)),
  for: "1h",
  scenario: timeLeft(certificateProbe.probe_ssl_earliest_cert_expiry, {
    ok: days(60),
    limit: days(7),
    firing: days(6.9),
  }),
  summary: ({ labels, value }) => `The certificate of ${labels.instance} expires in ${value}`,
  description: ({ threshold }) => `The certificate that buyers are shown expires in less than ${threshold}.`,
  impact: "None yet. On that day browsers refuse to open the shop.",
  actions: [
    "Renew it by hand, and reload the proxy: a new file that nobody reads changes nothing.",
    "Then fix the automatic renewal: its log says why it failed.",
  ],
});

export const TicketShopCertificateUnseen = alert({
  severity: low,
  component: "certificate",
  expr: certificateProbe.probe_success.eq(0),
  for: "1h",
  scenario: holds(certificateProbe.probe_success, { ok: 1, firing: 0 }),
  summary: ({ labels }) => `The certificate of ${labels.instance} cannot be read`,
  description: "No TLS connection could be made for an hour, so nobody knows when the certificate expires.",
  impact: "Buyers cannot connect, or the address of the probe is wrong.",
  actions: ["Try it:\n`openssl s_client -connect localhost:443 </dev/null`"],
});
