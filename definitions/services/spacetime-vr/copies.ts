import { copyRoute } from "signalbox";
import { critical, high } from "../../platform/severities.ts";
import * as receivers from "./receivers.ts";

export const everyAlert = copyRoute({ receiver: receivers.alertWebhook });

export const urgentAlerts = copyRoute({
  match: { severity: [critical, high] },
  receiver: receivers.gameTeam,
});
