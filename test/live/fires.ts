import { firingAlerts } from "./ask.ts";
import type { LiveStack } from "./live-stack.ts";
import { until } from "./until.ts";

/** Waits until Prometheus says that an alert fires; whether anybody is told is not asked. */
export async function fires({ prometheus }: Pick<LiveStack, "prometheus">, name: string): Promise<void> {
  await until(`${name} fires`, async () =>
    (await firingAlerts(prometheus.url)).includes(name) ? true : undefined,
  );
}
