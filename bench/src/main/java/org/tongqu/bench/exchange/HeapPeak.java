package org.tongqu.bench.exchange;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** The most heap that was in use, garbage and all: each area's own peak, added up. */
final class HeapPeak {

    private final List<MemoryPoolMXBean> areas = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(area -> area.getType() == MemoryType.HEAP)
            .toList();

    void reset() {
        System.gc();
        areas.forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    long mib() {
        return areas.stream().mapToLong(area -> area.getPeakUsage().getUsed()).sum() >> 20;
    }
}
