/** What is scraped: the job, how it is asked, and where by default. Targets behind an exporter are whole addresses. */
export const jobs = [
  { job: "spacetime-http-api", target: "host.docker.internal:8080", path: "/metrics", every: "15s" },
  {
    job: "spacetime-performance",
    target: "http://host.docker.internal:8080/performance",
    path: "/probe",
    every: "15s",
  },
  {
    job: "spacetime-health",
    target: "http://host.docker.internal:8080/health",
    path: "/probe",
    every: "30s",
  },
  { job: "spacetime-telemetry", target: "host.docker.internal:8081", path: "/metrics", every: "30s" },
  { job: "afirgen-backend", target: "host.docker.internal:8000", path: "/prometheus/metrics", every: "15s" },
  { job: "gatewayz-api", target: "host.docker.internal:8000", path: "/metrics", every: "15s" },
] as const;
