import { dashboard } from "signalbox";
import { authenticationRow } from "./authentication-row.ts";
import { healthRow } from "./health-row.ts";
import { page } from "./pages.ts";
import { refusalRow } from "./refusal-row.ts";
import { securityRow } from "./security-row.ts";

export const security = dashboard("spacetime-vr-security", {
  ...page("spacetime-vr-security"),
  description:
    "Who is let in and who is not: sign-ins, tokens, refused requests, and the certificate that players are shown.",
  tags: ["spacetime-vr", "security"],
  refresh: "30s",
  // Long enough to see what goes on every hour, as tools do and attackers too.
  last: "24h",
  rows: [securityRow, authenticationRow, refusalRow, healthRow],
});
