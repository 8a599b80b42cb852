package org.tongqu.bench.program;

import java.util.List;

/** Reads what Linux says of a process in {@code /proc/PID/status}. */
final class Memory {

    private static final long KIB_PER_MIB = 1024;

    private Memory() {}

    static long residentMib(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .map(kib -> kib / KIB_PER_MIB)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The process has ended: no VmRSS in its status"));
    }
}
