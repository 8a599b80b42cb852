package org.tongqu.servers.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongqu.servers.Durability;

/** What the server is told at each start; nothing is kept in its own files, so that nothing there can be stale. */
final class Settings {

    private static final Map<String, String> ALWAYS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "80"),
            Map.entry("shared_buffers", "384MB"),
            Map.entry("effective_cache_size", "2GB"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "192MB"),
            Map.entry("random_page_cost", "1.1"),
            // Short statements on few cores: planning for parallel workers and compiling costs more than it gives.
            Map.entry("max_parallel_workers_per_gather", "0"),
            Map.entry("jit", "off"),
            Map.entry("wal_level", "logical"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("max_slot_wal_keep_size", "4GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("timezone", "Asia/Shanghai"),
            Map.entry("log_timezone", "Asia/Shanghai"),
            Map.entry("log_min_duration_statement", "2s"),
            Map.entry("log_line_prefix", "%m [%p] "));

    private static final Map<Durability, Map<String, String>> PROMISES = Map.of(
            Durability.ON_DISK, Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on"),
            Durability.BESIDE,
                    Map.of(
                            "fsync", "on",
                            "synchronous_commit", "off",
                            "full_page_writes", "on",
                            "shared_buffers", "48MB",
                            "maintenance_work_mem", "48MB",
                            "max_wal_size", "512MB",
                            "max_connections", "40"),
            Durability.THROWAWAY,
                    Map.of(
                            "fsync", "off",
                            "synchronous_commit", "off",
                            "full_page_writes", "off",
                            "shared_buffers", "128MB",
                            "max_connections", "200"));

    /** Whoever else wants the processor comes first. */
    static final List<String> LAST = Shell.present("nice").isEmpty() ? List.of() : List.of("nice", "-n", "10");

    private Settings() {}

    static List<String> command(Cluster cluster, int port, Durability durability) {
        Map<String, String> settings = new TreeMap<>(ALWAYS);
        settings.putAll(PROMISES.getOrDefault(durability, Map.of()));
        List<String> command = new ArrayList<>(durability == Durability.BESIDE ? LAST : List.of());
        command.addAll(List.of(
                cluster.binaries().program("postgres"),
                "-D",
                cluster.files().toString(),
                "-p",
                Integer.toString(port)));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }
}
