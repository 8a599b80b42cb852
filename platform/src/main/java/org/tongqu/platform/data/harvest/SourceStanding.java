package org.tongqu.platform.data.harvest;

import java.util.Optional;

/** How a source stands. @param entries how many of its records are kept and not gone @param rejected how many are open */
public record SourceStanding(Source source, Optional<HarvestRun> last, long entries, long rejected) {}
