import { holdsUserAndPassword } from "./random-words.ts";
import type { SecretGroup, SecretShape } from "./secret-shape.ts";

/** Keys that say themselves what they open, and what stands behind the word of a header. */
const shapes: readonly SecretShape[] = [
  { what: "a JSON web token", shape: /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*/ },
  {
    // A token has a digit somewhere, a word of a sentence has none; a path starts with a slash.
    what: "a bearer token",
    shape: /\bBearer\s+(?=[A-Za-z._~+/-]*\d)([A-Za-z0-9][A-Za-z0-9._~+/-]{15,})/i,
  },
  {
    what: "a user with a password",
    shape: /\b(?:Basic|ApiKey)\s+([A-Za-z0-9+/]{4,}={0,2})(?![\w+/=])/i,
    holds: holdsUserAndPassword,
  },
  { what: "a private key", shape: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/ },
  { what: "a private key", shape: /\bAGE-SECRET-KEY-1[0-9A-Z]{20,}/ },
  { what: "an AWS access key", shape: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/ },
  {
    what: "an AWS secret key",
    shape: /\baws[\w-]{0,20}(?:secret|key)[\w-]{0,20}["']?\s*[:=]\s*["']?([A-Za-z0-9/+]{40})(?![\w/+])/i,
    // A sum of git is as long.
    holds: (value) => /[A-Z]/.test(value) && /[a-z]/.test(value),
  },
  { what: "a GitHub token", shape: /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,})/ },
  { what: "a GitLab token", shape: /\bgl(?:pat|rt|dt|ptt|soat|cbt)-[\w-]{20,}/ },
  { what: "a Grafana token", shape: /\bgl(?:sa|c)_[\w=+/]{20,}/ },
  { what: "a Stripe key", shape: /\b(?:[rs]k_(?:live|test)|whsec)_[A-Za-z0-9]{16,}/ },
  { what: "a Google key", shape: /\bAIza[\w-]{35}(?![\w-])|\bGOCSPX-[\w-]{20,}/ },
  { what: "a SendGrid key", shape: /\bSG\.[\w-]{16,}\.[\w-]{16,}/ },
  { what: "a Twilio key", shape: /\bSK[0-9a-f]{32}\b/ },
  { what: "an npm token", shape: /\bnpm_[A-Za-z0-9]{36}\b/ },
  { what: "a PyPI token", shape: /\bpypi-[\w-]{50,}/ },
  { what: "a Docker Hub token", shape: /\bdckr_(?:pat|oat)_[\w-]{20,}/ },
  { what: "a Vault token", shape: /\bhv[bs]\.[\w-]{20,}/ },
  { what: "a DigitalOcean token", shape: /\bdo[opr]_v1_[0-9a-f]{40,}/ },
  { what: "a Databricks token", shape: /\bdapi[0-9a-f]{32}\b/ },
  { what: "a New Relic key", shape: /\bNR(?:AK|II|RA)-[\w-]{20,}/ },
  { what: "an OpenAI or Anthropic key", shape: /\bsk-(?=[\w-]*\d)(?=[\w-]*[A-Z])[A-Za-z0-9_-]{32,}/ },
  { what: "a Hugging Face token", shape: /\bhf_[A-Za-z0-9]{30,}/ },
  { what: "an Azure key", shape: /\b(?:AccountKey|SharedAccessKey)=([A-Za-z0-9+/]{30,}={0,2})/ },
];

export const ofProviders: SecretGroup = {
  near: [
    /eyJ|-----BEGIN |AGE-SECRET-KEY-|AKIA|ASIA|gh[pousr]_|github_pat_|gl[a-z]{1,4}[-_]|[rs]k_(?:live|test)_|whsec_|AIza|GOCSPX-/,
    /SG\.|SK[0-9a-f]{32}|npm_|pypi-|dckr_|hv[bs]\.|do[opr]_v1_|dapi[0-9a-f]|NR(?:AK|II|RA)-|\bsk-|hf_|AccountKey=|SharedAccessKey=/,
    /bearer|basic|apikey|aws/i,
  ],
  shapes,
};
