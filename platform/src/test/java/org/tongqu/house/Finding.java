package org.tongqu.house;

/** A place in the sources that breaks a rule, written as compilers write it so that an editor can jump to it. */
record Finding(String file, long line, String problem) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + problem;
    }
}
