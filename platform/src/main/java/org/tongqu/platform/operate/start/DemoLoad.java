package org.tongqu.platform.operate.start;

/**
 * Fills an empty platform with the demo city. In {@link Mode#DEMO} beans of this kind run in the order of their
 * {@code @Order}, before the first request is served.
 *
 * <p>Each load runs in one transaction that also writes the mark that it was done. A load that was cut short, by a
 * full disk or by {@code kill -9}, left nothing behind and runs again at the next start.
 */
public interface DemoLoad {

    /** The name the mark is kept under; another name is another load, e.g. {@code city-1}. */
    String name();

    /** Runs inside the transaction, as the application role. */
    void load(Progress progress);
}
