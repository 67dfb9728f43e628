import { durationInMs } from "../../language/duration.ts";
import { alertmanagerRetention } from "../../language/platform.ts";
import type { Model } from "../../model/model.ts";
import { neededContainer } from "../../model/running-containers.ts";
import { dashboardsFolder, provisioningFolder } from "../grafana/provisioning.ts";
import { askingContainer } from "./commands.ts";
import { composeService, type Healthcheck } from "./compose-service.ts";
import { grafanaKey } from "./keys-of-stack.ts";
import type { SecretsOfStack } from "./secrets-of.ts";
import { targetsFolder } from "./host-folders.ts";
import { networksAsked } from "./networks.ts";
import { hasTargetFile } from "../prometheus/target-files.ts";

// Folders are mounted, never single files: the build replaces a file by another, and a mount of the old one would stay.

export function prometheus(model: Model, secrets: SecretsOfStack): object {
  const { platform, jobs } = model;
  const { deploy } = platform;
  const { variable, default: generated, inContainer } = targetsFolder;
  return composeService(deploy, {
    container: "prometheus",
    alsoIn: networksAsked("prometheus", model),
    reachesHost: true,
    secrets: secrets.prometheus,
    volumes: [
      "./prometheus:/etc/prometheus:ro",
      ...(jobs.some(hasTargetFile) ? [`\${${variable}:-${generated}}:${inContainer}:ro`] : []),
      "prometheus-data:/prometheus",
    ],
    // No --web.enable-lifecycle: whoever reached the port could stop Prometheus; SIGHUP makes it read its files too.
    command: [
      "--config.file=/etc/prometheus/prometheus.yml",
      "--storage.tsdb.path=/prometheus",
      `--storage.tsdb.retention.time=${platform.prometheus.retention}`,
      // Prometheus' GB are gibibytes.
      `--storage.tsdb.retention.size=${platform.prometheus.retentionSizeGiB}GB`,
      ...webFlags(platform.externalUrls.prometheus, deploy.containers.prometheus.port),
    ],
    healthcheck: {
      // Works in the image with busybox and in the one without a shell.
      test: [
        "CMD",
        "/bin/promtool",
        "check",
        "healthy",
        `--url=${loopback(deploy.containers.prometheus.port)}`,
      ],
      // It reads its write-ahead log first, which takes minutes after a crash.
      start_period: "5m",
    },
    // As long as it may take to write what it has in memory; docker would kill it after ten seconds.
    stopGracePeriod: "1m",
  });
}

export function alertmanager({ platform }: Model, secrets: SecretsOfStack): object {
  const { deploy } = platform;
  return composeService(deploy, {
    container: "alertmanager",
    reachesHost: true,
    secrets: secrets.alertmanager,
    volumes: ["./alertmanager:/etc/alertmanager:ro", "alertmanager-data:/alertmanager"],
    command: [
      "--config.file=/etc/alertmanager/alertmanager.yml",
      "--storage.path=/alertmanager",
      ...dataRetention(platform.alertmanager.retention),
      ...webFlags(platform.externalUrls.alertmanager, deploy.containers.alertmanager.port),
      // There is only one: no port for others to gossip with.
      "--cluster.listen-address=",
    ],
    healthcheck: {
      test: [
        "CMD",
        "/bin/amtool",
        `--alertmanager.url=${loopback(deploy.containers.alertmanager.port)}`,
        "cluster",
        "show",
      ],
      start_period: "30s",
    },
  });
}

/** Nothing where it does so by itself. In seconds: durations of Go itself know no days. */
function dataRetention(retention: string): string[] {
  return retention === alertmanagerRetention
    ? []
    : [`--data.retention=${(durationInMs(retention) ?? 0) / 1000}s`];
}

export function grafana(model: Model, secrets: SecretsOfStack): object {
  const { platform, dashboards } = model;
  const { deploy } = platform;
  const { adminUser, adminPassword } = deploy.grafana;
  const { port } = deploy.containers.grafana;
  return composeService(deploy, {
    container: "grafana",
    alsoIn: networksAsked("grafana", model),
    reachesHost: askingContainer(deploy) === "grafana",
    secrets: secrets.grafana,
    volumes: [
      // A folder that is not there docker would make, and root would own it.
      ...(dashboards.length > 0 ? [`./grafana/dashboards:${dashboardsFolder}:ro`] : []),
      `./grafana/provisioning:${provisioningFolder}:ro`,
      "grafana-data:/var/lib/grafana",
    ],
    environment: {
      GF_ANALYTICS_CHECK_FOR_UPDATES: "false",
      GF_ANALYTICS_REPORTING_ENABLED: "false",
      // Standard output only: the image's own log folder is read-only.
      GF_LOG_MODE: "console",
      // Plugins would be fetched at the start; the dashboards need none.
      GF_PLUGINS_PREINSTALL_DISABLED: "true",
      GF_SECURITY_ADMIN_PASSWORD__FILE: adminPassword.path,
      GF_SECURITY_ADMIN_USER: adminUser,
      // The one that it has by itself is known to everybody.
      GF_SECURITY_SECRET_KEY__FILE: grafanaKey(deploy).path,
      GF_SERVER_HTTP_PORT: String(port),
      GF_SERVER_ROOT_URL: platform.externalUrls.grafana,
      GF_USERS_ALLOW_SIGN_UP: "false",
    },
    // The default image is Alpine, whose busybox has wget; curl comes and goes. It prepares its database at the first start.
    healthcheck: { ...wget(port, "/api/health"), start_period: "2m" },
    tmpfs: ["/tmp"],
  });
}

export function nodeExporter({ platform: { deploy } }: Model): object {
  const { port } = neededContainer(deploy, "node-exporter");
  return composeService(deploy, {
    container: "node-exporter",
    volumes: [
      { type: "bind", source: "/", target: "/host", read_only: true, bind: { propagation: "rslave" } },
    ],
    command: [
      "--path.rootfs=/host",
      "--path.procfs=/host/proc",
      "--path.sysfs=/host/sys",
      // These would show the container's network and not the host's: no number is better than a wrong one.
      "--no-collector.arp",
      "--no-collector.netdev",
      "--no-collector.netstat",
      "--no-collector.sockstat",
      "--no-collector.udp_queues",
      `--web.listen-address=:${port}`,
    ],
    healthcheck: wget(port, "/"),
  });
}

export function blackboxExporter(model: Model, secrets: SecretsOfStack): object {
  const { deploy } = model.platform;
  const { port } = neededContainer(deploy, "blackbox-exporter");
  return composeService(deploy, {
    container: "blackbox-exporter",
    alsoIn: networksAsked("blackbox-exporter", model),
    reachesHost: true,
    secrets: secrets["blackbox-exporter"],
    volumes: ["./blackbox:/etc/blackbox_exporter:ro"],
    command: ["--config.file=/etc/blackbox_exporter/blackbox.yml", `--web.listen-address=:${port}`],
    healthcheck: wget(port, "/-/healthy"),
  });
}

export function jsonExporter(model: Model, secrets: SecretsOfStack): object {
  const { deploy } = model.platform;
  const { port } = neededContainer(deploy, "json-exporter");
  return composeService(deploy, {
    container: "json-exporter",
    alsoIn: networksAsked("json-exporter", model),
    reachesHost: true,
    secrets: secrets["json-exporter"],
    volumes: ["./json-exporter:/etc/json_exporter:ro"],
    command: ["--config.file=/etc/json_exporter/json-exporter.yml", `--web.listen-address=:${port}`],
    healthcheck: wget(port, "/metrics"),
  });
}

/** People may reach it under a path of a proxy; inside of the stack it is always at the root. */
function webFlags(externalUrl: string, port: number): string[] {
  return [`--web.external-url=${externalUrl}`, "--web.route-prefix=/", `--web.listen-address=:${port}`];
}

/** The exporters' images have busybox. It fetches the whole answer: `--spider` would hang up and be logged as an error. */
function wget(port: number, path: string): Healthcheck {
  return { test: ["CMD", "wget", "-q", "-O", "/dev/null", `${loopback(port)}${path}`], start_period: "30s" };
}

/** By number: in some images localhost is the IPv6 address first, where not every program listens. */
function loopback(port: number): string {
  return `http://127.0.0.1:${port}`;
}
