package org.tongqu.platform.matter.services;

import java.util.Optional;
import org.tongqu.engines.packs.Pack;

/**
 * A process file of a pack that is in use.
 *
 * @param file   its name in the pack, e.g. {@code process/main.bpmn}
 * @param number of the revision made on the platform that stands over the delivered file; empty where that is in use
 */
public record ProcessFile(Pack pack, String file, Optional<Integer> number) {

    private static final String FOLDER = "process/";
    private static final String ENDING = ".bpmn";

    /** Whether a file of a pack is a process. */
    public static boolean isProcess(String file) {
        return file.startsWith(FOLDER)
                && file.endsWith(ENDING)
                && file.indexOf('/', FOLDER.length()) < 0
                && file.length() > FOLDER.length() + ENDING.length();
    }

    public static String named(String name) {
        return FOLDER + name + ENDING;
    }

    /** The file without folder and ending. */
    public String name() {
        return file.substring(FOLDER.length(), file.length() - ENDING.length());
    }
}
