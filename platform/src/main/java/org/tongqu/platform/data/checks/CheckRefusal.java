package org.tongqu.platform.data.checks;

import java.util.List;

/** Why nothing is asked. */
public sealed interface CheckRefusal {

    record MayNot() implements CheckRefusal {}

    /** @param perMinute as often may an officer ask */
    record TooOften(int perMinute) implements CheckRefusal {}

    /** All that is wrong with what was typed. */
    record Wrong(List<Fault> faults) implements CheckRefusal {
        public Wrong {
            faults = List.copyOf(faults);
        }
    }

    /** One thing that is wrong. */
    sealed interface Fault {

        record NumbersMissing() implements Fault {}

        record TooMany(int most) implements Fault {}

        /** @param lines on which there is no citizen's number, from 1 on */
        record NoNumbers(List<Integer> lines) implements Fault {
            public NoNumbers {
                lines = List.copyOf(lines);
            }
        }

        record MatterMissing() implements Fault {}

        record PurposeMissing() implements Fault {}

        record ConsentMissing() implements Fault {}
    }
}
