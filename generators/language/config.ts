/** Where a project keeps what, if not in the usual places. Paths are from the folder of the configuration, with `/`. */
export interface ProjectConfig {
  /** The module that exports `definitions`; left out: `definitions/index.ts`. */
  readonly definitions?: string;
  /** The folder that the build writes; left out: `out`. */
  readonly out?: string;
}

/**
 * The configuration of a project: `signalbox.config.ts` in its folder has it as its default export. A project that keeps
 * `definitions/index.ts` and `out/` needs none.
 */
export function defineConfig(config: ProjectConfig): ProjectConfig {
  return config;
}
