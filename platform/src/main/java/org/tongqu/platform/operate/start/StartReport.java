package org.tongqu.platform.operate.start;

import java.util.List;

/**
 * What a module has to say to the person who started the platform, once it serves: addresses, accounts, keys to
 * keep. Beans of this kind are asked once, in the order of their {@code @Order}.
 */
@FunctionalInterface
public interface StartReport {

    /** Printed as they are, one under the other; empty when there is nothing to say. */
    List<String> lines();
}
