import { logSource } from "signalbox";

// The names are ids: Filebeat keeps under them how far it has read. Renamed, a file is read again from its start.

export const console = logSource("godot-console", {
  description: "What the engine and scripts print; where crashes and script errors are.",
  files: ["logs/godot_console.log"],
  format: "level lines",
  multiline: true,
});

export const apiAccess = logSource("api-access", {
  description: "A line for each request that the HTTP API answered.",
  files: ["logs/http_api_access.log"],
  format: "access lines",
});

export const apiErrors = logSource("api-errors", {
  description: "Requests that the HTTP API failed to answer, with the stack.",
  files: ["logs/http_api_error.log"],
  format: "level lines",
  multiline: true,
});

export const healthMonitor = logSource("health-monitor", {
  description: "The checks of the old health monitor, as long as it runs beside this stack.",
  files: ["monitoring/health.log"],
  format: "level lines",
});

export const vrSystem = logSource("vr-system", {
  description: "Headset, controllers and tracking: what was connected and lost, and when.",
  files: ["logs/vr_system.log"],
  format: "level lines",
});

export const sceneLoad = logSource("scene-load", {
  description: "Each scene that was loaded or failed to, with its path and time.",
  files: ["logs/scene_load.log"],
  format: "level lines",
});

export const securityAudit = logSource("security-audit", {
  description: "Sign-ins, refused tokens, rate limits and blocked addresses.",
  files: ["logs/security_audit.log"],
  format: "level lines",
  tags: ["security"],
});
