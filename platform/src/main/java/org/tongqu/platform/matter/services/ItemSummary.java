package org.tongqu.platform.matter.services;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongqu.engines.packs.ServiceItem;
import org.tongqu.kernel.text.Label;

/**
 * A service as a list shows it.
 *
 * @param owner the kind of organisation that answers for it
 * @param objects 服务对象, codes of GB/T 39046
 * @param events 一件事: in which it is needed, and as which thing
 * @param used how many applications were handed in lately; the most used come first
 */
public record ItemSummary(
        String packId,
        String version,
        Label title,
        Label summary,
        String owner,
        Set<String> objects,
        List<Label> topics,
        Map<String, Integer> events,
        ServiceItem.Handling handling,
        long used) {}
