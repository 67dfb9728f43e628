import { jsonEndpoint, probe, probeModule, scrapeJob, secretFile } from "signalbox";

const labels = { service: "spacetime-vr" } as const;

export const httpApi = scrapeJob("spacetime-http-api", {
  description: "HttpApiServer inside of the game: requests, scenes, headset, process.",
  targets: ["localhost:8080"],
  every: "15s",
  labels,
});

export const performanceApi = jsonEndpoint("spacetime-performance", {
  description:
    "What the engine says of itself: frames, memory, cache, security. JSON, for holders of a token only.",
  targets: ["http://localhost:8080/performance"],
  every: "15s",
  bearerToken: secretFile("jwt_token", "JWT for GET /performance: what is in the game's jwt_token.txt."),
  labels,
  sample: {
    timestamp: 1701734400.0,
    cache: { hit_rate: 0.85, miss_rate: 0.15, total_size_bytes: 1048576, entry_count: 42, eviction_count: 5 },
    security: { rate_limit_violations: 12, auth_failures: 3, active_tokens: 5, blocked_ips: [] },
    memory: { static_memory_usage: 524288000, static_memory_max: 536870912, dynamic_memory_usage: 1048576 },
    engine: {
      fps: 90.0,
      process_time: 0.008,
      physics_process_time: 0.011,
      objects_in_use: 1234,
      resources_in_use: 567,
      nodes_in_use: 890,
    },
  },
});

export const healthProbe = probe("spacetime-health", {
  description: "The health check as a caller sees it: does it answer, and how fast?",
  targets: ["http://localhost:8080/health"],
  every: "30s",
  module: probeModule("http_health", {
    description: "GET must answer 200; a redirect would be somebody else's page.",
    // An answer that takes longer is as good as none: it is 25 times what the health check may take.
    timeout: "5s",
    validStatusCodes: [200],
    followRedirects: false,
  }),
  labels,
});

// What a subsystem says of its own check.
const check = { status: "healthy", check_duration_ms: 0.1 } as const;

export const healthStatus = jsonEndpoint("spacetime-health-status", {
  description:
    "What the health check says of the game, as a whole and of its parts; the probe only sees whether it answers.",
  targets: ["http://localhost:8080/health"],
  every: "30s",
  labels,
  // The guide of the HTTP API describes this answer in words. A build that calls a field otherwise is followed here: the mapping
  // of the fields does not compile until it follows too.
  sample: {
    status: "healthy",
    check_duration_ms: 0.5,
    subsystems: { scene_loader: check, file_system: check, memory: check, connections: check },
    issues: [],
  },
});

// Whatever the proxy answers, the certificate was shown.
const anyAnswer = [200, 301, 302, 307, 308, 401, 403, 404, 500, 502, 503, 504];

export const certificateProbe = probe("spacetime-certificate", {
  description: "The certificate that players are shown.",
  // The game itself speaks plain HTTP on 8080. TLS ends at the proxy before it, on the port where HTTPS is expected.
  targets: ["https://localhost:443/health"],
  // Days count here, not seconds; a minute costs nothing and shows a new certificate while its installer still looks.
  every: "1m",
  module: probeModule("tls_certificate", {
    description: "Reads the certificate and takes any answer: whether the API is well is asked elsewhere.",
    timeout: "5s",
    validStatusCodes: anyAnswer,
    followRedirects: false,
    requireTls: true,
    // An expired or home-made certificate must be measured too; else the alerts fall silent when they are due.
    verifyCertificate: false,
  }),
  labels,
});

export const trustProbe = probe("spacetime-certificate-trust", {
  description: "Whether a player's program trusts the certificate: its name, its issuer, its time.",
  targets: ["https://localhost:443/health"],
  every: "1m",
  module: probeModule("tls_trusted", {
    description:
      "Connects as a client does, and takes any answer: the certificate must be valid for the name.",
    timeout: "5s",
    validStatusCodes: anyAnswer,
    followRedirects: false,
    requireTls: true,
  }),
  labels,
});

export const telemetryServer = scrapeJob("spacetime-telemetry", {
  description: "The WebSocket server that clients send their telemetry to.",
  targets: ["localhost:8081"],
  every: "30s",
  labels,
});
