package org.tongqu.platform.data.interfaces.internal;

/** A provider's answer is not what its resource is described as. Says where, never what stood there. */
final class WrongAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String field;
    private final long record;

    WrongAnswer(String rule, String field, long record) {
        super(rule + " " + field + " " + record);
        this.rule = rule;
        this.field = field;
        this.record = record;
    }

    /** E.g. {@code type birth_date 12}: the rule, the field and which record, from 1. */
    String detail() {
        return rule + " " + (field.isEmpty() ? "-" : field) + " " + record;
    }
}
