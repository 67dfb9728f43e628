/**
 * How long Elasticsearch keeps lines: an index takes the lines of one day, and goes when the last of them is `keepDays` old.
 * Filebeat brings the policy along when it starts.
 */
export function indexPolicy(keepDays: number): object {
  return {
    policy: {
      phases: {
        hot: {
          min_age: "0ms",
          // 50 GB is what Elastic advises as the most for a shard; a day that brings more becomes two indices.
          actions: { rollover: { max_age: "1d", max_primary_shard_size: "50gb" } },
        },
        // Counted from the rollover, so from the youngest line.
        delete: { min_age: `${keepDays}d`, actions: { delete: {} } },
      },
    },
  };
}
