package org.tongqu.bench.cases;

import java.nio.file.Path;

/** What is handled: a pack, whose process the peer is given too. */
enum Service {
    /** Five steps, two of them side by side. */
    STEPS("bench/steps", "steps"),
    /** Sixteen side by side. */
    JOIN("bench/join", "join-of-sixteen");

    private final String pack;
    private final String process;

    Service(String pack, String process) {
        this.pack = pack;
        this.process = process;
    }

    String pack() {
        return pack;
    }

    String process() {
        return process;
    }

    Path drawing(Path packs) {
        return packs.resolve(pack).resolve("process").resolve(pack.substring(pack.indexOf('/') + 1) + ".bpmn");
    }
}
