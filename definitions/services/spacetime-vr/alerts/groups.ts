import { ruleGroup } from "signalbox";

// Twice a minute: the shortest `for` is a minute, so two looks confirm each other.
const every = "30s";

export const criticalAlerts = ruleGroup("spacetime_critical_alerts", { every });
export const highAlerts = ruleGroup("spacetime_high_alerts", { every });
export const mediumAlerts = ruleGroup("spacetime_medium_alerts", { every });
export const lowAlerts = ruleGroup("spacetime_low_alerts", { every });
export const operationalAlerts = ruleGroup("spacetime_operational", { every });
export const unreadAlerts = ruleGroup("spacetime_unread_alerts", { every });
export const healthMonitorAlerts = ruleGroup("spacetime_health_monitor", { every });
export const httpApiCriticalAlerts = ruleGroup("http_api_critical_alerts", { every });
export const httpApiWarningAlerts = ruleGroup("http_api_warning_alerts", { every });
