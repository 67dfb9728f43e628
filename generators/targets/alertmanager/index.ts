import { notificationsAgree } from "./validators/notifications-agree.ts";
import type { Target } from "../target.ts";
import { alertmanagerConfig as config } from "./config.ts";
import { alertmanagerTemplates } from "./templates.ts";
import { alertRouting } from "./validators/alert-routing.ts";
import { alertmanagerConfig } from "./validators/alertmanager-config.ts";
import { notificationTexts } from "./validators/notification-texts.ts";
import { routingAgrees } from "./validators/routing-agrees.ts";

/** Who is notified of which alert, when, and with which text. */
export const alertmanager: Target = {
  outputs: { routing: [config, alertmanagerTemplates] },
  validators: [alertmanagerConfig, notificationsAgree, notificationTexts, alertRouting, routingAgrees],
};
