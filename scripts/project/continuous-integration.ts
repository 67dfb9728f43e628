/** Whether this runs in CI: every CI service sets `CI`, and a person who sets it to `false` says no. */
export function isContinuousIntegration(environment: NodeJS.ProcessEnv): boolean {
  return !["", "0", "false"].includes(environment["CI"] ?? "");
}
