import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { startAlertmanager, startPrometheus, type Server } from "../../scripts/tools/serve.ts";
import { adaptPrometheus } from "./adapted-stack.ts";
import { model } from "../example-model.ts";
import { exampleOut } from "../example-project.ts";

interface Rule {
  readonly name: string;
  readonly health: "ok" | "unknown" | "err";
  readonly lastError?: string;
}
interface RulesAnswer {
  readonly data: { readonly groups: readonly { readonly name: string; readonly rules: readonly Rule[] }[] };
}
interface TargetsAnswer {
  readonly data: {
    readonly activeTargets: readonly {
      readonly labels: { readonly job: string; readonly instance: string };
    }[];
  };
}

/** What a server answers to a request of its API. */
async function ask<T>({ url }: Server, path: string): Promise<T> {
  const response = await fetch(new URL(path, url));
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}

async function serve(starting: Promise<Server>): Promise<Server> {
  const server = await starting;
  onTestFinished(() => server.stop());
  return server;
}

function dataFolder(folder: string, name: string): string {
  const path = join(folder, "data", name);
  mkdirSync(path, { recursive: true });
  return path;
}

test("a real Prometheus and a real Alertmanager load what is deployed, and every rule is healthy", async () => {
  const folder = exampleOut();
  const configFile = join(folder, "alertmanager/alertmanager.yml");
  const alertmanager = await serve(
    startAlertmanager({ configFile, dataDir: dataFolder(folder, "alertmanager") }),
  );
  const prometheus = await serve(
    startPrometheus({
      configFile: adaptPrometheus(folder, alertmanager.url),
      dataDir: dataFolder(folder, "prometheus"),
    }),
  );

  const rules = await vi.waitFor(
    async () => {
      const { data } = await ask<RulesAnswer>(prometheus, "/api/v1/rules");
      const found = data.groups.flatMap((group) => group.rules);
      expect(found.filter(({ health }) => health === "unknown")).toEqual([]);
      return found;
    },
    { timeout: 20_000, interval: 250 },
  );
  expect(rules.filter(({ health }) => health !== "ok")).toEqual([]);
  const defined = [...model.recordings, ...model.alerts].map(({ name }) => name);
  expect(rules.map(({ name }) => name).sort()).toEqual(defined.sort());

  // Prometheus hands its targets over every five seconds.
  await vi.waitFor(
    async () => {
      const { data } = await ask<TargetsAnswer>(prometheus, "/api/v1/targets?state=active");
      const found = data.activeTargets.map(({ labels }) => `${labels.job} ${labels.instance}`);
      // No container runs here: what is absent while its container is stopped is.
      const there = model.jobs.filter(({ absentWhileStopped }) => !absentWhileStopped);
      const wanted = there.flatMap(({ name, targets }) =>
        targets.map(({ instance }) => `${name} ${instance}`),
      );
      expect(found.sort()).toEqual(wanted.sort());
    },
    { timeout: 20_000, interval: 250 },
  );

  const receivers = await ask<readonly { readonly name: string }[]>(alertmanager, "/api/v2/receivers");
  const named = Object.values(model.platform.receivers).map(({ name }) => name);
  expect(receivers.map(({ name }) => name).sort()).toEqual(named.sort());
});

test("the Watchdog, which always fires, gets from Prometheus to Alertmanager", async () => {
  const folder = exampleOut();
  const configFile = join(folder, "alertmanager/alertmanager.yml");
  const alertmanager = await serve(
    startAlertmanager({ configFile, dataDir: dataFolder(folder, "alertmanager") }),
  );
  await serve(
    startPrometheus({
      configFile: adaptPrometheus(folder, alertmanager.url),
      dataDir: dataFolder(folder, "prometheus"),
      // The first time it fires Prometheus has not yet found its Alertmanager, and would try again only after a minute.
      flags: ["--rules.alert.resend-delay=1s"],
    }),
  );
  await vi.waitFor(
    async () => {
      const alerts = await ask<
        readonly {
          readonly labels: Record<string, string>;
          readonly receivers: readonly { readonly name: string }[];
        }[]
      >(alertmanager, '/api/v2/alerts?filter=alertname="Watchdog"');
      expect(alerts).toHaveLength(1);
      expect(alerts[0]?.receivers).toEqual([{ name: "dead-mans-switch" }]);
    },
    { timeout: 30_000, interval: 250 },
  );
});
