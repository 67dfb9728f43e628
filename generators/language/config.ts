/** Where a project keeps its files, if not in the usual places. Paths are relative to the configuration file, with `/`. */
export interface ProjectConfig {
  /** The module that exports `definitions`. Default: `definitions/index.ts`. */
  readonly definitions?: string;
  /** The folder that the build writes to. Default: `out`. */
  readonly out?: string;
}

/**
 * The configuration of a project: the default export of `signalbox.config.ts`. A project with `definitions/index.ts` and `out/`
 * needs none.
 * @example export default defineConfig({ definitions: "monitoring/index.ts" });
 * @refuses defineConfig({ definition: "monitoring/index.ts" })
 */
export function defineConfig(config: ProjectConfig): ProjectConfig {
  return config;
}
