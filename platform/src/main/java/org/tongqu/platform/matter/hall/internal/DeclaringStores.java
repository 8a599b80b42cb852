package org.tongqu.platform.matter.hall.internal;

import org.springframework.stereotype.Component;

/** What declaring a hall reads and writes. */
@Component
public record DeclaringStores(
        HallStore halls,
        HallUses uses,
        SlotStore slots,
        WindowStore windows,
        AppointmentStore appointments,
        HallNotices notices) {}
