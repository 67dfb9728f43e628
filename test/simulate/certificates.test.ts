import { once } from "node:events";
import { connect } from "node:tls";
import { alert, holds, probe, probeModule, scrapeJob } from "signalbox";
import { expect, onTestFinished, test } from "vitest";
import { resolve } from "../../generators/model/resolve.ts";
import { startSimulator, type Simulator } from "../../scripts/simulate/simulator.ts";
import { deployWith } from "../checks/small-platform.ts";
import { urlOf } from "./running-simulator.ts";
import { projectOf, words } from "./small-project.ts";

const labels = { service: "depot" };
const anyCertificate = probe("any-certificate", {
  description: "Whether there is a certificate.",
  targets: ["https://depot.example/"],
  module: probeModule("any", { description: "TLS.", timeout: "5s", verifyCertificate: false }),
  labels,
});
const trust = probe("trust", {
  description: "Whether the certificate is trusted.",
  targets: ["https://depot.example/"],
  module: probeModule("trusted", { description: "Trusted TLS.", timeout: "5s" }),
  labels,
});
const metrics = scrapeJob("metrics", {
  description: "Metrics over TLS.",
  scheme: "https",
  targets: ["depot.example:9443"],
  labels,
});
const definitions = projectOf(
  {
    jobs: { anyCertificate, trust, metrics },
    alerts: {
      DepotUntrusted: alert({
        ...words,
        expr: trust.probe_success.eq(0).and(anyCertificate.probe_success.eq(1), { on: ["instance"] }),
        scenario: {
          given: [holds(trust.probe_success, { ok: 1, firing: 0 }), holds(anyCertificate.probe_success, 1)],
          value: 0,
        },
      }),
      DepotUnseen: alert({
        ...words,
        expr: anyCertificate.probe_success.eq(0),
        scenario: holds(anyCertificate.probe_success, { ok: 1, firing: 0 }),
      }),
    },
  },
  deployWith("blackbox-exporter"),
);

async function running(): Promise<Simulator> {
  const simulator = await startSimulator({
    model: resolve(definitions).model,
    services: definitions.services,
  });
  onTestFinished(() => simulator.stop());
  return simulator;
}

/** What a client says of the certificate that trusts the simulated authority. */
async function seenBy(simulator: Simulator, job: string): Promise<string> {
  const port = Number(new URL(urlOf(simulator, job)).port);
  const socket = connect({ host: "127.0.0.1", port, ca: simulator.authority, rejectUnauthorized: false });
  try {
    await once(socket, "secureConnect");
    return socket.authorized ? "trusted" : String(socket.authorizationError);
  } catch {
    return "no TLS";
  } finally {
    socket.destroy();
  }
}

test("whoever knows the authority trusts what speaks TLS, until a scenario says otherwise", async () => {
  const simulator = await running();
  const seen = () =>
    Promise.all(["any-certificate", "trust", "metrics"].map((job) => seenBy(simulator, job)));
  expect(await seen()).toEqual(["trusted", "trusted", "trusted"]);
  simulator.fire("DepotUntrusted");
  const stranger = "UNABLE_TO_VERIFY_LEAF_SIGNATURE";
  expect(await seen()).toEqual([stranger, stranger, "trusted"]);
  simulator.rest();
  expect(await seen()).toEqual(["trusted", "trusted", "trusted"]);
  simulator.fire("DepotUnseen");
  expect(await seen()).toEqual(["no TLS", "no TLS", "trusted"]);
});
