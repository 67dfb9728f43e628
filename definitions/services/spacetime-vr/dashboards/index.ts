export { cacheDashboard } from "./cache.ts";
export { httpApiOverview } from "./http-api-overview.ts";
export { production } from "./production.ts";
export { sceneManagement } from "./scene-management.ts";
export { security } from "./security.ts";
export { vrPerformance } from "./vr-performance.ts";
