import type { ReleaseName } from "./pins.ts";
import type { ToolName } from "./tool.ts";

/** What the finder knows about a tool. */
export type KnownTool = {
  readonly environmentVariable: string;
  /** The names it goes by on PATH: its own first, then Debian's. */
  readonly programs: readonly string[];
  /** Folders searched after PATH; "~" is the home folder. */
  readonly extraFolders: readonly string[];
  readonly versionArguments: readonly string[];
  readonly minimum: string;
  /** What the minimum is for. */
  readonly minimumReason: string;
  readonly release: ReleaseName;
  /** Left out: Debian has none. */
  readonly debianPackage?: string;
  /** The module that Go compiles it from, where the other sources may lack it; at the release's version. */
  readonly goModule?: GoModule;
  /** Where an installed Debian package keeps the templates that the tool does not carry itself. */
  readonly installedTemplates?: string;
};

export type GoModule = {
  /** `github.com/owner/name` */
  readonly path: string;
  /** The module's own version, where it is not that of the release. */
  readonly version?: string;
  /** The folder of the program in the module; its own when left out. */
  readonly program?: string;
  /** What is left out of it. */
  readonly tags?: string;
  /** What Go says of the module's content at the pinned version: `h1:…`. */
  readonly sum: string;
};

// Its modules count from 0.300; what finds targets in clouds is half of the program, and no rule needs it.
const prometheusModule = {
  path: "github.com/prometheus/prometheus",
  version: "0.313.2",
  tags: "remove_all_sd",
  sum: "h1:1EqGCHPc7wZPEHpoaaeIxDhMSRQTblZncR2cUXrMg2A=",
} as const;

const prometheusFamily = { extraFolders: [], versionArguments: ["--version"] } as const;

export const knownTools: Readonly<Record<ToolName, KnownTool>> = {
  promtool: {
    ...prometheusFamily,
    environmentVariable: "PROMTOOL",
    programs: ["promtool"],
    minimum: "3.5",
    minimumReason: "rule tests use fuzzy_compare",
    release: "prometheus",
    debianPackage: "promtool",
    goModule: { ...prometheusModule, program: "./cmd/promtool" },
  },
  prometheus: {
    ...prometheusFamily,
    environmentVariable: "PROMETHEUS",
    programs: ["prometheus"],
    minimum: "3.5",
    minimumReason: "the generated configuration needs it",
    release: "prometheus",
    debianPackage: "prometheus",
    goModule: { ...prometheusModule, program: "./cmd/prometheus" },
  },
  amtool: {
    ...prometheusFamily,
    environmentVariable: "AMTOOL",
    programs: ["amtool"],
    minimum: "0.33",
    minimumReason: "the generated configuration needs it",
    release: "alertmanager",
    debianPackage: "prometheus-alertmanager",
    installedTemplates: "/usr/share/prometheus/alertmanager/default.tmpl",
  },
  alertmanager: {
    ...prometheusFamily,
    environmentVariable: "ALERTMANAGER",
    programs: ["alertmanager", "prometheus-alertmanager"],
    minimum: "0.33",
    minimumReason: "the generated configuration needs it",
    release: "alertmanager",
    debianPackage: "prometheus-alertmanager",
  },
  "docker-compose": {
    environmentVariable: "DOCKER_COMPOSE",
    programs: ["docker-compose"],
    // `docker compose` is this plugin, and the plugin runs by itself too: no engine and no docker client is needed.
    extraFolders: [
      "~/.docker/cli-plugins",
      "/usr/local/lib/docker/cli-plugins",
      "/usr/local/libexec/docker/cli-plugins",
      "/usr/lib/docker/cli-plugins",
      "/usr/libexec/docker/cli-plugins",
    ],
    versionArguments: ["version"],
    minimum: "2.24",
    minimumReason: "env_file.required came with it",
    release: "compose",
    debianPackage: "docker-compose",
  },
  blackbox_exporter: {
    ...prometheusFamily,
    environmentVariable: "BLACKBOX_EXPORTER",
    programs: ["blackbox_exporter", "prometheus-blackbox-exporter"],
    minimum: "0.28",
    minimumReason: "the generated configuration needs it",
    release: "blackbox_exporter",
    debianPackage: "prometheus-blackbox-exporter",
  },
  json_exporter: {
    ...prometheusFamily,
    environmentVariable: "JSON_EXPORTER",
    programs: ["json_exporter"],
    minimum: "0.7",
    minimumReason: "the generated configuration needs it",
    release: "json_exporter",
    goModule: {
      path: "github.com/prometheus-community/json_exporter",
      sum: "h1:jh6F3VT0bqasBamUQxUpxfykmX+hVDlXd4v7vAC6Z1A=",
    },
  },
};

/** Every tool's name, in the order of the table. */
export const toolNames: readonly ToolName[] = [
  "promtool",
  "prometheus",
  "amtool",
  "alertmanager",
  "docker-compose",
  "blackbox_exporter",
  "json_exporter",
];
