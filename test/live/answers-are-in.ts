import { until } from "./until.ts";

const [begun, answered] = ["alertmanager_notifications_total", "alertmanager_notification_requests_total"];

/**
 * Waits until Alertmanager has the answers to all that it sent.
 *
 * Whoever is notified hears of it a moment earlier, and only then Alertmanager writes down that they were notified: ended in between, it
 * rightly tells them again.
 */
export async function answersAreIn(alertmanager: string): Promise<void> {
  await until("Alertmanager has all answers", async () => {
    const page = await (await fetch(`${alertmanager}/metrics`)).text();
    const [sent, finished] = [begun, answered].map((name) => sumOf(page, name));
    if (!sent || finished === undefined) throw new Error(`there is no ${begun}, or nothing was sent`);
    return finished >= sent ? true : undefined;
  });
}

/** All series of a metric together; 0 where there is none. */
function sumOf(page: string, name: string): number {
  const lines = page.split("\n").filter((line) => line.startsWith(`${name}{`));
  return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" ") + 1)), 0);
}
