import { itemsAt, textAt, dataAt } from "../../generators/targets/validation/untyped-data.ts";

/** An alert as Alertmanager has it. */
export interface HeldAlert {
  readonly name: string;
  readonly state: string;
  readonly inhibitedBy: readonly unknown[];
  readonly labels: Readonly<Record<string, string>>;
}

/** The alerts of this name that Alertmanager has, silenced ones too; of all names where none is given. */
export async function heldAlerts(alertmanager: string, name?: string): Promise<HeldAlert[]> {
  const filter = name === undefined ? "" : `?filter=${encodeURIComponent(`alertname="${name}"`)}`;
  return itemsAt(await answer(`${alertmanager}/api/v2/alerts${filter}`)).map((alert) => ({
    name: textAt(alert, "labels", "alertname") ?? "",
    state: textAt(alert, "status", "state") ?? "",
    inhibitedBy: itemsAt(alert, "status", "inhibitedBy"),
    labels: labelsOf(alert),
  }));
}

/** The names of the alerts that Prometheus says are firing, each once. */
export async function firingAlerts(prometheus: string): Promise<string[]> {
  const alerts = itemsAt(await answer(`${prometheus}/api/v1/alerts`), "data", "alerts");
  const firing = alerts.filter((alert) => textAt(alert, "state") === "firing");
  return [...new Set(firing.flatMap((alert) => textAt(alert, "labels", "alertname") ?? []))];
}

/** All rules that are in force, each as its name and expression, sorted. */
export async function rulesInForce(prometheus: string): Promise<string[]> {
  const groups = itemsAt(await answer(`${prometheus}/api/v1/rules`), "data", "groups");
  const rules = groups.flatMap((group) => itemsAt(group, "rules"));
  return rules.map((rule) => `${textAt(rule, "name") ?? ""}: ${textAt(rule, "query") ?? ""}`).sort();
}

/** Whether the first target of a job is `up` or `down`. */
export async function healthOf(prometheus: string, job: string): Promise<string | undefined> {
  const targets = itemsAt(await answer(`${prometheus}/api/v1/targets?state=active`), "data", "activeTargets");
  return textAt(
    targets.find((target) => textAt(target, "labels", "job") === job),
    "health",
  );
}

async function answer(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return response.json();
}

function labelsOf(alert: unknown): Record<string, string> {
  const labels = dataAt(alert, "labels");
  // A cast: the API declares labels as text by text.
  return typeof labels === "object" && labels !== null ? (labels as Record<string, string>) : {};
}
