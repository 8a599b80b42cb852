package org.tongqu.platform.data.interfaces.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tongqu.platform.data.agreements.Agreement.Granted;
import org.tongqu.platform.data.agreements.Covering;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.agreements.Permit;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.Item;
import org.tongqu.platform.data.catalog.Item.DataType;
import org.tongqu.platform.data.catalog.Item.Mark;

/** What a record must look like to leave: the items that the agreement grants, each as the catalogue describes it. */
record Shape(Map<String, Field> fields, int required) {

    /**
     * One item.
     *
     * @param number counts from 0
     * @param length of the longest value; 0 when it says nothing
     */
    record Field(int number, DataType type, int length, Need need, Masking masking, UnaryOperator<String> cover) {}

    enum Need {
        REQUIRED,
        OPTIONAL
    }

    Shape {
        fields = Map.copyOf(fields);
    }

    /** Items that were agreed and that the edition no longer has are left out. */
    static Shape of(Edition edition, Permit permit, Covering covering) {
        var granted = permit.items().stream().collect(Collectors.toMap(Granted::field, Granted::masking));
        var items = edition.items().stream()
                .filter(item -> granted.containsKey(item.field()))
                .toList();
        return of(items, granted, permit.agreement(), covering);
    }

    private static Shape of(List<Item> items, Map<String, Masking> granted, String agreement, Covering covering) {
        var fields = new HashMap<String, Field>();
        var required = 0;
        for (var item : items) {
            var masking = granted.getOrDefault(item.field(), Masking.MASKED);
            var isRequired = item.is(Mark.REQUIRED) || item.is(Mark.KEY);
            required += isRequired ? 1 : 0;
            fields.put(
                    item.field(),
                    new Field(
                            fields.size(),
                            item.type(),
                            item.type().isMeasured() ? item.length() : 0,
                            isRequired ? Need.REQUIRED : Need.OPTIONAL,
                            masking,
                            covering.of(masking, agreement)));
        }
        return new Shape(fields, required);
    }
}
