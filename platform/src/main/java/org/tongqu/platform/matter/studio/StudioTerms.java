package org.tongqu.platform.matter.studio;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is rehearsed, configured under {@code tongqu.studio}.
 *
 * @param atOnce how many rehearsals this program plays beside each other
 * @param mostCases how many cases one rehearsal may take
 * @param silent after how long without a word from the program that plays one another goes on with it
 */
@ConfigurationProperties("tongqu.studio")
public record StudioTerms(
        @DefaultValue("2") int atOnce,
        @DefaultValue("200000") int mostCases,
        @DefaultValue("30s") Duration silent) {}
