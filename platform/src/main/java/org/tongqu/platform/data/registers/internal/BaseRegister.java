package org.tongqu.platform.data.registers.internal;

import java.util.List;
import java.util.Optional;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.registers.RegisterRecord;
import org.tongqu.platform.data.registers.WriteRefusal;

/** One base register: its fields and its table. */
public interface BaseRegister {

    String name();

    /** Whether a text can be an identifier here at all. */
    boolean fits(String identifier);

    Optional<RegisterRecord> find(String identifier);

    List<RegisterRecord> search(String name, String afterIdentifier, int limit);

    /** Whether an entity bears exactly this name. */
    boolean bears(String name);

    /** What keeps these fields from being a whole record. */
    Optional<WriteRefusal> findRefusal(Datum fields);

    /** Adds the record or replaces it. */
    void put(RegisterRecord record);

    /** What an entity is called in the history: for persons a keyed index, never the number. */
    byte[] historyKey(String identifier);
}
