/**
 * Who works on what. Every act goes through the case engine under one lock per case; the events it answers are the truth
 * and are only ever added, and the lists officers work from are projections written in the same transaction.
 *
 * <p>In: {@code Submitted}, commands of people, due timers. Out: {@link org.tongqu.platform.matter.casework.CaseMoved},
 * the inbox, the story of a case. Knows the rules only from packs; what a service task does is said by whoever offers a
 * {@link org.tongqu.platform.matter.casework.ServiceAction}.
 */
@ApplicationModule(
        id = "matter.casework",
        displayName = "Casework",
        allowedDependencies = {
            "matter.services",
            "matter.intake",
            "trust.directory",
            "trust.identity",
            "trust.access",
            "trust.journal",
            "trust.seals",
            "operate.start",
            "operate.store"
        })
@NullMarked
package org.tongqu.platform.matter.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
