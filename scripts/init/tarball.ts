/** A file that package.json installs a package from. */
export interface Tarball {
  /** As package.json says it: from the folder of the project. */
  readonly path: string;
  /** Whether it lies outside of that folder, where no clone has it. */
  readonly isOutside: boolean;
}

/** The file of a dependency such as `file:signalbox-0.2.0.tgz`; undefined where it is a version. */
export function tarballIn(dependency: string): Tarball | undefined {
  if (!dependency.startsWith("file:")) return undefined;
  const path = dependency.slice("file:".length);
  return { path, isOutside: /^(?:\.\.|\/|[A-Za-z]:)/.test(path) };
}
