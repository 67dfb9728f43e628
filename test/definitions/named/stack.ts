/** The programs of the stack and the ports they are reached at. */
export const ports = [
  ["prometheus", 9090],
  ["grafana", 3000],
  ["alertmanager", 9093],
  ["node-exporter", 9100],
] as const;

/** The files that log lines are read from, below the folder of the game. */
export const logFiles = [
  "logs/godot_console.log",
  "logs/http_api_access.log",
  "logs/http_api_error.log",
] as const;
