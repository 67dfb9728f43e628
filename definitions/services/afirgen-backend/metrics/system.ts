import { counter, gauge, metrics } from "signalbox";
import { backend } from "../scrape.ts";

/** Of the machine or the container that the backend runs in. */
export const system = metrics(backend, {
  system_cpu_percent: gauge({ help: "Share of the processors that is in use.", unit: "percent" }),
  system_memory_percent: gauge({ help: "Share of the memory that is in use.", unit: "percent" }),
  system_disk_io_read_bytes_total: counter({ help: "Read from disks.", unit: "bytes" }),
  system_disk_io_write_bytes_total: counter({ help: "Written to disks.", unit: "bytes" }),
  system_network_sent_bytes_total: counter({ help: "Sent over the network.", unit: "bytes" }),
  system_network_recv_bytes_total: counter({ help: "Received over the network.", unit: "bytes" }),
});
