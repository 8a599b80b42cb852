package org.tongqu.engines.items;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.tongqu.engines.items.ItemProfile.Column;
import org.tongqu.engines.items.ItemProfile.Need;
import org.tongqu.engines.items.ItemProfile.Rule;
import org.tongqu.engines.packs.ServiceItem.Contact;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.BasicItemCode;
import org.tongqu.kernel.identity.IdentifierRefusal;
import org.tongqu.kernel.identity.ItemCode;
import org.tongqu.kernel.identity.ItemCodeRefusal;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;

/** Finds everything that is wrong with an item of the list, cell by cell and between its cells. */
public final class ItemChecks {

    private static final String NUMBER = "[0-9]{1,6}";
    private static final String YES = "1";

    private final Map<String, String> cells;
    private final List<ItemFault> faults = new ArrayList<>();

    private ItemChecks(Map<String, String> cells) {
        this.cells = cells;
    }

    /** @param cells by the name of the column; what is not there is empty */
    public static List<ItemFault> check(ItemProfile profile, Map<String, String> cells) {
        var checks = new ItemChecks(profile.tidy(cells));
        profile.columns().forEach(checks::column);
        if (checks.faults.isEmpty()) {
            Stream.of(Rule.values()).filter(profile.rules()::contains).forEach(checks::rule);
        }
        return List.copyOf(checks.faults);
    }

    private String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    private void fault(String column, String kind) {
        faults.add(new ItemFault(column, kind, cell(column)));
    }

    private void column(Column column) {
        var said = cell(column.name());
        if (said.isEmpty()) {
            if (column.need() == Need.REQUIRED) {
                fault(column.name(), "missing");
            }
        } else if (said.length() > column.longest()) {
            fault(column.name(), "too-long");
        } else {
            wrong(column, said).ifPresent(kind -> fault(column.name(), kind));
        }
    }

    private static Optional<String> wrong(Column column, String said) {
        return switch (column.kind()) {
            case TEXT -> Optional.empty();
            case NUMBER -> unless(said.matches(NUMBER), "no-number");
            case FLAG -> unless(said.matches("[01]"), "no-flag");
            case DAY -> unless(isDay(said), "no-day");
            case CODE -> unless(column.codes().contains(said), "no-code");
            case CODES -> unless(Stream.of(said.split(",")).allMatch(column.codes()::contains), "no-code");
            case CREDIT_CODE -> unless(UnifiedSocialCreditCode.parse(said) instanceof Outcome.Done, "no-body");
            case BASIC_CODE -> wrongCode(BasicItemCode.parse(said));
            case ITEM_CODE -> wrongCode(ItemCode.parse(said));
        };
    }

    private static Optional<String> unless(boolean holds, String kind) {
        return holds ? Optional.empty() : Optional.of(kind);
    }

    private static Optional<String> wrongCode(Outcome<?, ItemCodeRefusal> read) {
        return read instanceof Outcome.Refused<?, ItemCodeRefusal>(var why)
                ? Optional.of(
                        switch (why) {
                            case IdentifierRefusal.WrongLength length -> "code-length";
                            case IdentifierRefusal.ForbiddenCharacter forbidden -> "code-character";
                            case ItemCodeRefusal.UnknownType type -> "code-type";
                            case ItemCodeRefusal.UnknownLevel level -> "code-level";
                            case ItemCodeRefusal.NotABody body -> "no-body";
                        })
                : Optional.empty();
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    private void rule(Rule rule) {
        var column = broken(rule);
        column.ifPresent(
                name -> fault(name, rule.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    /** The column at which the rule does not hold. */
    private Optional<String> broken(Rule rule) {
        var visits = number("limit_scene_num");
        return switch (rule) {
            case TYPE_OF_CODE ->
                at("task_type", code().map(known -> known.basic().type()));
            case BODY_OF_CODE ->
                at("dept_code", code().map(known -> known.body().value()));
            case LEVEL_OF_CODE -> at("use_level", code().map(known -> String.valueOf(known.level())));
            case BASIC_OF_CODE ->
                at("catalog_code", code().map(known -> known.basic().value()));
            case PROMISE_WITHIN_LAW -> when(isPromiseTooLong(), "promise_day");
            case INSTANT_AT_ONCE ->
                when(cell("project_type").equals(YES) && number("promise_day").orElse(0) > 1, "promise_day");
            case VISITS_EXPLAINED ->
                when(visits.orElse(0) > 0 && cell("limit_scene_explain").isEmpty(), "limit_scene_explain");
            case FEE_EXPLAINED ->
                Stream.of("fee_basis", "fee_standard", "is_pay_online")
                        .filter(column ->
                                cell("is_fee").equals(YES) && cell(column).isEmpty())
                        .findFirst();
            case PHONES_DIFFER ->
                when(new Contact(cell("link_way"), cell("supervise_way")).isOneNumber(), "supervise_way");
            case REACHABLE_WITHOUT_VISIT ->
                when(
                        visits.isPresent()
                                && visits.getAsInt() == 0
                                && !cell("is_online").equals(YES)
                                && !cell("is_express").equals(YES),
                        "is_express");
            case DAYS_IN_ORDER ->
                when(
                        !cell("plan_effective_date").isEmpty()
                                && !cell("plan_cancel_date").isEmpty()
                                && cell("plan_cancel_date").compareTo(cell("plan_effective_date")) < 0,
                        "plan_cancel_date");
        };
    }

    /** Days of different kinds cannot be compared. */
    private boolean isPromiseTooLong() {
        return cell("promise_type").equals(cell("anticipate_type"))
                && number("anticipate_day").isPresent()
                && number("promise_day").orElse(0) > number("anticipate_day").getAsInt();
    }

    private Optional<ItemCode> code() {
        return ItemCode.parse(cell("task_code")) instanceof Outcome.Done<ItemCode, ItemCodeRefusal>(var known)
                ? Optional.of(known)
                : Optional.empty();
    }

    private Optional<String> at(String column, Optional<String> expected) {
        return when(
                !cell(column).isEmpty()
                        && expected.isPresent()
                        && !expected.get().equals(cell(column)),
                column);
    }

    private static Optional<String> when(boolean broken, String column) {
        return broken ? Optional.of(column) : Optional.empty();
    }

    private OptionalInt number(String column) {
        return cell(column).matches(NUMBER) ? OptionalInt.of(Integer.parseInt(cell(column))) : OptionalInt.empty();
    }
}
