import type { Compose } from "../../language/compose.ts";
import { shellQuote } from "./shell-quote.ts";

/** A command that asks Prometheus now, from its own container: it works whether or not its port is open on the machine. */
export function instantQuery(expr: string, { containers }: Compose): string {
  const address = `http://127.0.0.1:${containers.prometheus.port}`;
  return `docker compose exec prometheus promtool query instant ${address} ${shellQuote(expr)}`;
}
