package org.tongqu.platform.data.golden.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.engines.registers.Register;
import org.tongqu.platform.data.golden.Concerned;
import org.tongqu.platform.data.golden.GoldenRecord;
import org.tongqu.platform.data.golden.GoldenRecord.Parted;
import org.tongqu.platform.data.golden.RecordUses;
import org.tongqu.platform.data.golden.RecordUses.RecordUse;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** Draws who used a record while another was held to be the same, so that they can be told. */
@Component
class UsedParts {

    private static final int LISTED = 50;

    private final ObjectProvider<RecordUses> uses;
    private final Directory directory;

    UsedParts(ObjectProvider<RecordUses> uses, Directory directory) {
        this.uses = uses;
        this.directory = directory;
    }

    /** A table for each merge that was taken back. */
    Stream<DataTable> tables(Texts texts, Register register, GoldenRecord record, Concerned concerned) {
        return record.parted().stream()
                .map(parted ->
                        table(
                                texts,
                                parted,
                                uses.stream()
                                        .flatMap(source -> source
                                                .between(
                                                        register.code(),
                                                        concerned,
                                                        parted.at(),
                                                        parted.undoneAt(),
                                                        LISTED)
                                                .stream())
                                        .toList()));
    }

    private DataTable table(Texts texts, Parted parted, List<RecordUse> used) {
        return new DataTable(
                texts,
                texts.say("golden.used.caption", texts.moment(parted.at()), texts.moment(parted.undoneAt())),
                Stream.of("used-at", "used-by", "used-for", "used-why")
                        .map(name -> Column.of(texts.say("golden.column." + name)))
                        .toList(),
                used.stream().map(use -> row(texts, use)).toList(),
                EmptyState.of(
                        texts.say("golden.used.none"), texts.say("golden.used.parted", parted.by(), parted.why())),
                "");
    }

    private Row row(Texts texts, RecordUse use) {
        var organisation = directory
                .findOrganisation(use.organisation())
                .map(found -> Said.in(texts, found.name()))
                .orElse(use.organisation());
        return Row.of(
                new Cell.Words(texts.moment(use.at())),
                new Cell.TwoLines(
                        organisation, use.who().map(who -> Said.in(texts, who)).orElse("")),
                new Cell.Words(texts.say("agreements.purpose." + use.purpose())),
                new Cell.Words(use.why()));
    }
}
