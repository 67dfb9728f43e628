import { parseLine } from "./parse-line.ts";

/**
 * What happens to every line, in this order. The names are those of the Elastic Common Schema. A line that cannot be taken
 * apart goes on as it is, with the tag `unparsed`: nothing is ever dropped.
 */
export function processors(timeZone: string): object[] {
  return [
    { script: { lang: "javascript", tag: "parse-line", source: parseLine } },
    {
      timestamp: {
        field: "signalbox.time",
        // Go's way to write it: each part of this moment stands for that part of the line's.
        layouts: ["2006-01-02 15:04:05", "2006-01-02 15:04:05.999"],
        timezone: timeZone,
        // A line that was not parsed has no such field, and keeps the time at which it was read.
        ignore_missing: true,
        // Filebeat refuses to start when it cannot read these.
        test: ["2025-12-04 12:34:56", "2025-12-04 12:34:56.789"],
      },
    },
    // Only what is an address: Elasticsearch would refuse the whole line for a client.ip that is none.
    {
      convert: {
        fields: [
          { from: "client.address", to: "client.ip", type: "ip" },
          { from: "client.address", to: "source.ip", type: "ip" },
        ],
        ignore_missing: true,
        fail_on_error: false,
      },
    },
    { drop_fields: { fields: ["signalbox"], ignore_missing: true } },
    { add_host_metadata: null },
    { add_cloud_metadata: null },
    // The folder's name is not a container's id, which this one would take it for.
    { add_docker_metadata: { match_source: false } },
    { add_kubernetes_metadata: null },
  ];
}
