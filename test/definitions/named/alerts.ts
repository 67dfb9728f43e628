/** An alert by its name: severity, how long, and the number that its expression compares with, in the unit it has there. */
export type NamedAlert = readonly [name: string, severity: string, wait: string, threshold: number];

export const spacetimeAlerts: readonly NamedAlert[] = [
  ["SpaceTimeAPIDown", "critical", "1m", 0],
  ["SpaceTimeLowFPS", "critical", "5m", 45],
  ["SpaceTimeSceneLoadFailures", "critical", "2m", 3],
  ["SpaceTimeMemoryExhaustion", "critical", "10m", 12e9],
  ["SpaceTimeFPSBelowTarget", "high", "5m", 85],
  ["SpaceTimeHighErrorRate", "high", "5m", 0.05],
  ["SpaceTimeHighMemory", "high", "10m", 10e9],
  ["SpaceTimeCertificateExpiringSoon", "high", "1h", 7],
  ["SpaceTimeVRHeadsetDisconnected", "high", "5m", 0],
  ["SpaceTimeRequestLatencyHigh", "medium", "15m", 0.5],
  ["SpaceTimeRateLimitViolations", "medium", "5m", 50],
  ["SpaceTimeAuthenticationFailures", "medium", "5m", 20],
  ["SpaceTimeTelemetryDisconnects", "medium", "5m", 10],
  ["SpaceTimeHighCPU", "medium", "15m", 80],
  ["SpaceTimeSceneLoadSlow", "low", "5m", 3],
  ["SpaceTimeMemoryGrowing", "low", "15m", 10e6],
  ["SpaceTimeHighRequestVolume", "low", "10m", 250],
  ["SpaceTimeCertificateExpiring30Days", "low", "24h", 30],
  ["SpaceTimePrometheusScrapeFailures", "low", "5m", 0],
  ["SpaceTimeServiceRestarted", "low", "0m", 0],
];

export const httpApiAlerts: readonly NamedAlert[] = [
  ["HighHTTPErrorRate", "critical", "5m", 0.05],
  ["CriticalSlowRequests", "critical", "5m", 2],
  ["CriticalAuthFailureRate", "critical", "0m", 50],
  ["CriticalMemoryUsage", "critical", "5m", 1e9],
  ["HTTPAPIDown", "critical", "2m", 0],
  ["HealthCheckFailing", "critical", "2m", 0],
  ["SlowRequestLatency", "warning", "10m", 0.5],
  ["HighRateLimitHits", "warning", "5m", 50],
  ["HighAuthFailureRate", "warning", "5m", 10],
  ["HighMemoryUsage", "warning", "10m", 800e6],
  ["HighSceneLoadErrorRate", "warning", "5m", 0.1],
  // The status is a label: a series says 1 of the status that it has.
  ["ServiceDegraded", "warning", "5m", 1],
];

export const gatewayzAlerts: readonly NamedAlert[] = [
  ["HighErrorRate", "warning", "5m", 0.05],
  ["HighLatency", "warning", "5m", 1],
  ["ProviderDown", "critical", "5m", 0.2],
  ["LowCacheHitRate", "info", "10m", 0.5],
];
