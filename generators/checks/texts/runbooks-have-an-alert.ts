import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";

/** Somebody is led to every runbook: it lists an alert, and the alerts that it lists are exported. */
export const runbooksHaveAnAlert: Check = {
  id: "runbooks-have-an-alert",
  why: "People come to a runbook from a notification. If no alert links to it, those who need it do not find it.",
  source: "https://sre.google/sre-book/being-on-call/",
  wrong: `
export const AllByPhone = runbook({ ...restOfRunbook, alerts: [] });
`,
  right: `
export const AllByPhone = runbook({ ...restOfRunbook, alerts: [FewOrders] });
`,
  *find({ runbooks }: Model): Iterable<Finding> {
    for (const runbook of runbooks) {
      const { title, alerts, unexported } = runbook;
      if (alerts.length + unexported.length === 0) {
        yield {
          definition: runbook,
          message: `runbook "${title}" lists no alert, so nothing leads to it`,
          fix: "list the alerts that fire when it happens: alerts: [alerts.…]; if none does, write one",
        };
      }
      for (const { file, line } of unexported) {
        yield {
          definition: runbook,
          message: `runbook "${title}" lists the alert of ${file}:${line}, which no service exports`,
          fix: "export that alert from its service's alerts/, or remove it from the list",
        };
      }
    }
  },
};
