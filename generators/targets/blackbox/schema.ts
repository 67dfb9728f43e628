import {
  bearerToken,
  closed,
  flag,
  goDuration,
  httpStatusCodes,
  matching,
  named,
  oneOf,
  setOf,
  text,
  type Schema,
} from "../../schema.ts";

/** blackbox.yml: the exporter itself takes an unknown `prober`, or none at all. */
export const blackboxSchema: Schema = closed({
  modules: named(
    closed({
      prober: oneOf("http"),
      timeout: goDuration,
      http: closed(
        { preferred_ip_protocol: oneOf("ip4", "ip6") },
        {
          // Left out: any 2xx.
          valid_status_codes: httpStatusCodes,
          ip_protocol_fallback: flag,
          method: oneOf("GET", "HEAD", "POST"),
          follow_redirects: flag,
          fail_if_ssl: flag,
          fail_if_not_ssl: flag,
          fail_if_body_matches_regexp: setOf(text),
          fail_if_body_not_matches_regexp: setOf(text),
          authorization: bearerToken,
          tls_config: closed({}, { insecure_skip_verify: flag }),
        },
      ),
    }),
    matching("^[a-zA-Z0-9_-]+$"),
  ),
});
