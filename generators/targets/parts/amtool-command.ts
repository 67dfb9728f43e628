import type { Compose } from "../../language/compose.ts";

/** A command that asks Alertmanager now, from its own container. */
export function amtool(args: string, { containers }: Compose): string {
  const address = `http://127.0.0.1:${containers.alertmanager.port}`;
  return `docker compose exec alertmanager amtool --alertmanager.url=${address} ${args}`;
}
