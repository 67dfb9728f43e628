import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Definitions } from "../../generators/language/platform.ts";
import type { ContainerName } from "../../generators/language/compose.ts";
import { deployTarget } from "../../generators/model/deploy-target.ts";
import type { Model } from "../../generators/model/model.ts";
import { startSimulator, type Simulator } from "../simulate/simulator.ts";
import {
  startAlertmanager,
  startBlackbox,
  startJsonExporter,
  startPrometheus,
  type Server,
} from "../tools/serve.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";
import { layOutStack, type LaidOut } from "./lay-out-stack.ts";
import type { Notification } from "./receiver/notification.ts";
import { startReceiver, type NotificationServer } from "./receiver/start-receiver.ts";
import { scaledFlags, type Scale } from "./scaled.ts";
import type { StackTools } from "./stack-tools.ts";

export interface StackOptions {
  readonly model: Model;
  readonly definitions: Definitions;
  /** Absolute path of out/. */
  readonly outFolder: string;
  readonly tools: StackTools;
  readonly scale: Scale;
  readonly atAnyHour: boolean;
  readonly onNotification: (notification: Notification) => void;
}

/** The real programs with what is deployed, on simulated targets. */
export interface RunningStack {
  readonly simulator: Simulator;
  readonly receiver: NotificationServer;
  readonly prometheus: Server;
  readonly alertmanager: Server;
  /** Undefined: no job is a probe. */
  readonly blackbox: Server | undefined;
  /** Undefined: no job is asked through it, or the simulator answers in its place. */
  readonly jsonExporter: Server | undefined;
  readonly laidOut: LaidOut;
  /**
   * Until then no rule is evaluated: where a `for` lasts a second, alerts on what is absent would fire before Prometheus has
   * found its targets, which takes it five.
   */
  readonly startRules: () => Promise<void>;
  /** When a program ends that nobody has stopped: which, how, and the end of its log. */
  readonly died: Promise<string>;
  /** Where everything is written; it goes when the stack stops. */
  readonly folder: string;
  readonly stop: () => Promise<void>;
}

/** Starts everything; when something does not start, stops what did, and throws. */
export async function startStack(options: StackOptions): Promise<RunningStack> {
  const { path: folder, remove } = temporaryFolder("up-");
  const started: { readonly stop: () => Promise<void> }[] = [];
  const keep = async <Part extends { readonly stop: () => Promise<void> }>(
    starting: Promise<Part>,
  ): Promise<Part> => {
    const part = await starting;
    started.push(part);
    return part;
  };
  const stop = async (): Promise<void> => {
    // Who asks first, so that nobody finds the other side gone.
    for (const part of started.reverse().splice(0)) await part.stop();
    remove();
  };
  try {
    const parts = await startParts(options, folder, keep);
    return { ...parts, died: firstDeath(parts), folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Keep = <Part extends { readonly stop: () => Promise<void> }>(starting: Promise<Part>) => Promise<Part>;

async function startParts(options: StackOptions, folder: string, keep: Keep) {
  const { model, definitions, tools, scale } = options;
  const { services } = definitions;
  const simulator = await keep(startSimulator({ model, services, speed: scale.speed }));
  const receiver = await keep(startReceiver(options.onNotification));
  const laidOut = layOutStack({ ...options, folder, simulator, receiver });
  const { externalUrls } = model.platform;
  const [alertmanager, blackbox, jsonExporter] = await allStarted([
    keep(
      startAlertmanager({
        tool: tools.alertmanager,
        configFile: laidOut.alertmanagerFile,
        dataDir: dataFolder(folder, "alertmanager"),
        flags: webFlags(externalUrls.alertmanager),
      }),
    ),
    tools.blackbox && keep(startBlackbox({ tool: tools.blackbox, configFile: laidOut.blackboxFile })),
    tools.jsonExporter &&
      keep(startJsonExporter({ tool: tools.jsonExporter, configFile: laidOut.jsonExporterFile })),
  ]);
  const host = new URL(alertmanager.url).host;
  const prometheus = await keep(
    startPrometheus({
      tool: tools.prometheus,
      configFile: laidOut.writePrometheus(host, "without rules"),
      dataDir: dataFolder(folder, "prometheus"),
      flags: [...webFlags(externalUrls.prometheus), "--web.enable-lifecycle", ...scaledFlags(scale)],
    }),
  );
  const programs = { prometheus, alertmanager, blackbox, jsonExporter };
  putBehind(simulator, programs, model);
  const startRules = async (): Promise<void> => {
    laidOut.writePrometheus(host, "with rules");
    await reload(prometheus);
  };
  return { simulator, receiver, ...programs, laidOut, startRules };
}

function dataFolder(folder: string, name: string): string {
  const path = join(folder, "data", name);
  mkdirSync(path, { recursive: true });
  return path;
}

/** The links in notifications are those of the deployed stack. */
function webFlags(url: string): string[] {
  return [`--web.external-url=${url}`, "--web.route-prefix=/"];
}

/** Has Prometheus read its files again; throws with its reason when it goes on with the ones before. */
async function reload({ url }: Server): Promise<void> {
  const response = await fetch(`${url}/-/reload`, { method: "POST" });
  if (!response.ok) throw new Error(`Prometheus refuses its configuration: ${await response.text()}`);
}

/** As Promise.all, but waits for all even when one fails: what starts late would be left behind. */
async function allStarted<const Parts extends readonly unknown[]>(
  starting: Parts,
): Promise<{ -readonly [Index in keyof Parts]: Awaited<Parts[Index]> }> {
  await Promise.allSettled(starting);
  return Promise.all(starting);
}

type Programs = Pick<RunningStack, "prometheus" | "alertmanager" | "blackbox" | "jsonExporter">;

function firstDeath({ prometheus, alertmanager, blackbox, jsonExporter }: Programs): Promise<string> {
  return Promise.race([prometheus, alertmanager, blackbox, jsonExporter].flatMap((one) => one?.died ?? []));
}

/** What Prometheus asks of these programs goes through the simulator, so that a scenario can speak in their place. */
function putBehind(simulator: Simulator, programs: Programs, { platform }: Model): void {
  const { addressOf } = deployTarget(platform.deploy);
  const put = (name: ContainerName, server: Server | undefined): void => {
    if (server) simulator.putBehind(addressOf(name), server.url);
  };
  put("prometheus", programs.prometheus);
  put("alertmanager", programs.alertmanager);
  put("blackbox-exporter", programs.blackbox);
  put("json-exporter", programs.jsonExporter);
}
