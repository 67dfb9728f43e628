import { asLabel, jsonFields, leftOut } from "signalbox";
import { health, memory, waitingRoom } from "./metrics/status.ts";
import { healthStatus, statusPage } from "./scrape.ts";

export const statusFields = jsonFields(statusPage, {
  "waiting_room.buyers": waitingRoom.shop_waiting_buyers,
  "waiting_room.longest_wait_seconds": waitingRoom.shop_longest_wait_seconds,
  "waiting_room.refused": waitingRoom.shop_refused_buyers_total,

  "memory.heap_bytes": memory.shop_memory_bytes.where({ type: "heap" }),
  "memory.cache_bytes": memory.shop_memory_bytes.where({ type: "cache" }),
  "memory.heap_limit_bytes": memory.shop_memory_limit_bytes.where({ type: "heap" }),

  blocked_addresses: leftOut("a series for each address would make personal data a label"),
  time: leftOut("Prometheus notes the time of each sample itself"),
});

const { shop_health_part_status: partStatus, shop_health_part_duration_milliseconds: partTime } = health;

export const healthFields = jsonFields(healthStatus, {
  status: asLabel(health.shop_health_status, "status"),

  "parts.database.status": asLabel(partStatus.where({ part: "database" }), "status"),
  "parts.database.check_ms": partTime.where({ part: "database" }),

  "parts.payments.status": asLabel(partStatus.where({ part: "payments" }), "status"),
  "parts.payments.check_ms": partTime.where({ part: "payments" }),

  issues: leftOut("sentences for people: each would be a series of its own"),
});
