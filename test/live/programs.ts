import { join } from "node:path";
import { deployTarget } from "../../generators/model/deploy-target.ts";
import type { ContainerName } from "../../generators/language/compose.ts";
import type { JobModel } from "../../generators/jobs/index.ts";
import { startAlertmanager, startBlackbox, type Server } from "../../scripts/tools/serve.ts";
import { model, type LiveStack } from "./live-stack.ts";

const { deploy, externalUrls } = model.platform;

/** The job that scrapes a program of the stack. */
export function jobBehind(container: ContainerName): JobModel {
  const address = `${container}:${deploy.containers[container]?.port}`;
  const job = model.jobs.find(({ targets }) => targets.some(({ written }) => written === address));
  if (!job) throw new Error(`no job scrapes ${address}`);
  return job;
}

/** Ends a program and all that belongs to it: asked to, or as when the machine has no memory left. */
export async function end(server: Server, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  process.kill(server.pid, signal);
  await server.stop();
}

/** Starts Alertmanager again with what it had stored, where Prometheus looks for it. */
export function startAlertmanagerAgain({ tools, laidOut, folder, alertmanager }: LiveStack): Promise<Server> {
  return startAlertmanager({
    tool: tools.alertmanager,
    configFile: laidOut.alertmanagerFile,
    dataDir: join(folder, "data/alertmanager"),
    flags: [
      `--web.listen-address=${new URL(alertmanager.url).host}`,
      `--web.external-url=${externalUrls.alertmanager}`,
      "--web.route-prefix=/",
    ],
  });
}

/** The exporter that probes; our platform has one. */
export function blackboxOf({ blackbox }: Pick<LiveStack, "blackbox">): Server {
  if (!blackbox) throw new Error("no blackbox exporter is deployed");
  return blackbox;
}

/** Starts the blackbox exporter again, behind the address that Prometheus asks. */
export async function startBlackboxAgain({ tools, laidOut, simulator }: LiveStack): Promise<Server> {
  if (!tools.blackbox) throw new Error("no blackbox exporter is deployed");
  const server = await startBlackbox({ tool: tools.blackbox, configFile: laidOut.blackboxFile });
  simulator.putBehind(deployTarget(deploy).addressOf("blackbox-exporter"), server.url);
  return server;
}

/** Has Prometheus read its files again; whether it took them. */
export async function reloadPrometheus({ prometheus }: LiveStack): Promise<boolean> {
  const response = await fetch(`${prometheus.url}/-/reload`, { method: "POST" });
  await response.body?.cancel();
  return response.ok;
}
