package org.tongqu.platform.matter.services;

import java.time.Instant;
import java.util.Map;

/** Says how often services were asked for. Offered by whoever receives applications. */
public interface ItemUsage {

    /** How many applications were handed in since then, by pack; packs nobody asked for may be missing. */
    Map<String, Long> applicationsSince(Instant since);

    /** How many papers nobody had to hand in since then, because a register knew what they would prove (免提交), by pack. */
    Map<String, Long> waivedSince(Instant since);
}
