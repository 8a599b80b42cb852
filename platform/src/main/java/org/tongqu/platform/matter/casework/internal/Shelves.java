package org.tongqu.platform.matter.casework.internal;

import org.springframework.stereotype.Component;

/** Where cases are kept, and where the lists of them are read. */
@Component
public record Shelves(CaseStore cases, InboxStore inbox) {}
