export type ToolName =
  | "promtool"
  | "prometheus"
  | "amtool"
  | "alertmanager"
  | "docker-compose"
  | "blackbox_exporter"
  | "json_exporter";

/** Where a tool was fetched from: its project's release, a Debian package, or its source, which Go compiled. */
export type FetchOrigin = "release" | "packages" | "source";

/** Where a tool came from: the environment variable, PATH, or a fetch. */
export type ToolOrigin = "environment" | "path" | FetchOrigin;

/** A program that is there, runs, and is new enough. */
export type Tool = {
  readonly name: ToolName;
  readonly path: string;
  /** Digits and dots only, such as "3.5.3". */
  readonly version: string;
  readonly origin: ToolOrigin;
  /** Alertmanager's own templates, where the tool does not carry them itself (Debian's amtool does not). */
  readonly defaultTemplates?: string;
  /** Why a nearer candidate was not taken, one sentence each. */
  readonly passedOver: readonly string[];
};

/** A tool that is not available; `message` says why and how to fix it. */
export type MissingTool = {
  readonly name: ToolName;
  readonly reasons: readonly string[];
  readonly message: string;
};

export type ToolSearch =
  { readonly found: true; readonly tool: Tool } | { readonly found: false; readonly missing: MissingTool };
