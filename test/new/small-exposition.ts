/** What a small queue exposes: each type of metric, in the text format. */
export const smallExposition = `# HELP queue_jobs_total Jobs, by how they ended
# TYPE queue_jobs_total counter
queue_jobs_total{result="done"} 40
queue_jobs_total{result="failed"} 2
# HELP queue_retries retries so far
# TYPE queue_retries counter
queue_retries{worker="a-1"} 2
# HELP queue_xact_commit Number of transactions that have been committed
# TYPE queue_xact_commit counter
queue_xact_commit{db="a"} 900
# HELP queue_xact_rollback Number of transactions that have been rolled back
# TYPE queue_xact_rollback counter
queue_xact_rollback{db="a"} 3
# HELP queue_waiting_jobs Jobs that wait.
# TYPE queue_waiting_jobs gauge
queue_waiting_jobs{worker="a-1"} 7
# HELP queue_limit_jobs Jobs that may wait.
# TYPE queue_limit_jobs gauge
queue_limit_jobs 100
# HELP queue_up Whether the store answers
# TYPE queue_up gauge
queue_up 1
# HELP queue_memory_bytes Memory in use.
# TYPE queue_memory_bytes gauge
queue_memory_bytes 1.2e+07
# HELP queue_last_backup_timestamp_seconds When the last backup ended.
# TYPE queue_last_backup_timestamp_seconds gauge
queue_last_backup_timestamp_seconds 1.7e+09
# HELP queue_job_duration_seconds How long jobs took.
# TYPE queue_job_duration_seconds histogram
queue_job_duration_seconds_bucket{le="0.5"} 10
queue_job_duration_seconds_bucket{le="1"} 30
queue_job_duration_seconds_bucket{le="5"} 41
queue_job_duration_seconds_bucket{le="+Inf"} 42
queue_job_duration_seconds_sum 44
queue_job_duration_seconds_count 42
# HELP queue_job_size_bytes How large jobs were.
# TYPE queue_job_size_bytes summary
queue_job_size_bytes{quantile="0.5"} 900
queue_job_size_bytes{quantile="0.99"} 4000
queue_job_size_bytes_sum 40000
queue_job_size_bytes_count 42
# HELP queue_exporter_build_info Its version.
# TYPE queue_exporter_build_info gauge
queue_exporter_build_info{version="1.2"} 1
queue_unexplained 3
`;
