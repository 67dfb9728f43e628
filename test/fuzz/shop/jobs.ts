import { jsonEndpoint, probe, probeModule, scrapeJob, secretFile } from "signalbox";
import type { Given } from "./given.ts";

export type Jobs = ReturnType<typeof jobsOf>;

const labels = { service: "shop", region: "eu" } as const;

/** Where the shop is measured. */
export function jobsOf(given: Given) {
  return { api: apiOf(given), front: frontOf(given), till: tillOf(given) };
}

function apiOf(given: Given) {
  return scrapeJob(
    given("scrapeJob name", "shop-api"),
    given("scrapeJob", {
      description: "The shop's program.",
      targets: ["localhost:8080"],
      labels,
      every: "15s",
      timeout: "5s",
      path: "/metrics",
      scheme: "https",
      basicAuth: { user: "prometheus", password: secretFile("shop_password", "Password for the shop.") },
      tls: {
        authority: secretFile("shop_authority", "Certificate of the shop's authority."),
        serverName: "shop.internal",
        certificate: secretFile("our_certificate", "Our certificate."),
        key: secretFile("our_key", "Key of our certificate."),
      },
      headers: { "X-Scope-OrgID": "shop", "X-Api-Key": secretFile("shop_key", "Key of the shop.") },
      parameters: { "collect[]": ["cpu", "meminfo"] },
      fallbackProtocol: "PrometheusText0.0.4",
      metricRelabelling: [
        { drop: { metric: /go_.+/, labels: { zone: "a" } } },
        { keep: { metric: /.+/ } },
        { dropLabel: "pod" },
        { replace: { label: "zone", from: /(.).+/, to: "$1" } },
        { replace: { metric: "old", to: "new" } },
      ],
      unguarded: "the shop has no orders at night",
    }),
  );
}

function frontOf(given: Given) {
  return probe(
    given("probe name", "shop-front"),
    given("probe", {
      description: "The shop as buyers see it.",
      targets: ["http://localhost:8080/"],
      labels,
      module: moduleOf(given),
    }),
  );
}

function moduleOf(given: Given) {
  return probeModule(
    given("probeModule name", "http_shop"),
    given("probeModule", {
      description: "Must be the shop.",
      timeout: "5s",
      validStatusCodes: [200],
      bodyMatches: ["shop"],
      bodyMustNotMatch: ["error"],
      followRedirects: false,
      requireTls: false,
      bearerToken: secretFile("front_token", "Token of the front."),
    }),
  );
}

function tillOf(given: Given) {
  return jsonEndpoint(
    given("jsonEndpoint name", "shop-till"),
    given("jsonEndpoint", {
      description: "What the till says.",
      targets: ["http://filebeat:5066/till"],
      absentWhileStopped: true,
      labels,
      sample: { coins: 12, state: "open", notes: [1], queues: [{ name: "in", length: 3 }] },
      bearerToken: secretFile("till_token", "Token of the till."),
    }),
  );
}
