package org.tongqu.platform.data.catalog;

/** What can be done to a resource. */
public enum CatalogAct implements Coded {
    CHANGE,
    SUBMIT,
    APPROVE,
    PUBLISH,
    SEND_BACK,
    REVISE,
    RETIRE;

    /** Whether whoever does it says why. */
    public boolean needsReason() {
        return this == SEND_BACK || this == RETIRE;
    }
}
