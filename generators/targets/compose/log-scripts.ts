/** Runs a script, and stops at the first command that fails. */
export const bash = ["/bin/bash", "-euc"] as const;

/**
 * A line of shell that puts what a file holds into an environment variable, for programs that cannot read it from a file.
 *
 * The variable is only in the process: `docker inspect` shows what the compose file says, which is the file's path.
 */
export function readFile(variable: string, path: string): string {
  // Two commands: the exit code of `export X="$(…)"` would be that of export, and a missing file would go unnoticed.
  return `${variable}="$(cat ${path})"; export ${variable}`;
}
