package org.tongqu.platform.trust.directory;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.trust.directory.internal.Calendars;
import org.tongqu.platform.trust.directory.internal.Divisions;
import org.tongqu.platform.trust.directory.internal.Organisations;
import org.tongqu.platform.trust.directory.internal.RoleHolders;
import org.tongqu.platform.trust.directory.internal.StaffStore;

/** The verbs of the directory. Organisations and the calendar are answered from memory. */
@Service
public class Directory {

    private final Divisions divisions;
    private final Organisations organisations;
    private final StaffStore staff;
    private final RoleHolders roles;
    private final Calendars calendars;

    Directory(
            Divisions divisions,
            Organisations organisations,
            StaffStore staff,
            RoleHolders roles,
            Calendars calendars) {
        this.divisions = divisions;
        this.organisations = organisations;
        this.staff = staff;
        this.roles = roles;
        this.calendars = calendars;
    }

    public Division division(DivisionCode code) {
        return findDivision(code).orElseThrow(() -> new NoSuchElementException("No division " + code));
    }

    public Optional<Division> findDivision(DivisionCode code) {
        return divisions.find(code);
    }

    /** The divisions one level below, by code. */
    public List<Division> children(DivisionCode code) {
        return divisions.children(code);
    }

    public List<Division> provinces() {
        return divisions.provinces();
    }

    /** The division with all above it, from the province down: for an address. */
    public List<Division> path(DivisionCode code) {
        return divisions.path(code);
    }

    /** Adds the division, or renames it; the one above it is there already or comes in the same transaction. */
    public void put(Division division) {
        divisions.put(division);
    }

    public Organisation organisation(String code) {
        return findOrganisation(code).orElseThrow(() -> new NoSuchElementException("No organisation " + code));
    }

    public Optional<Organisation> findOrganisation(String code) {
        return organisations.find(code);
    }

    /** What the organisation is called; nothing for a code that none has. */
    public Optional<Label> findName(String code) {
        return organisations.find(code).map(Organisation::name);
    }

    /** All that are active, by division and code. */
    public List<Organisation> organisations() {
        return organisations.all();
    }

    /** Those of the kind that serve the division or one within it. */
    public List<Organisation> organisationsOf(String kind, DivisionCode division) {
        return organisations.all().stream()
                .filter(organisation -> organisation.kind().equals(kind))
                .filter(organisation -> organisation.division().isWithin(division))
                .toList();
    }

    /**
     * Who of this kind is responsible for a place: the one of the place's own division, or of the nearest division above
     * it. Where several are equally near, the one with the lowest code.
     */
    public Optional<Organisation> findResponsible(String kind, DivisionCode place) {
        return organisations.findResponsible(kind, place);
    }

    /** The organisation and all that report to it, directly or through others. */
    public List<Organisation> withSubordinates(String code) {
        return organisations.withSubordinates(code);
    }

    /** Adds the organisation, or replaces what was known under its code. */
    public void put(Organisation organisation) {
        organisations.put(organisation);
    }

    public Staff staff(String id) {
        return findStaff(id).orElseThrow(() -> new NoSuchElementException("No staff " + id));
    }

    public Optional<Staff> findStaff(String id) {
        return staff.find(id);
    }

    /** Those who work for the organisation, by id. */
    public List<Staff> staffOf(String organisation) {
        return staff.of(organisation);
    }

    /** Those of the organisation who hold the role: whom a task may be handed to. */
    public List<Staff> holders(String organisation, String role) {
        return staff.holders(organisation, role);
    }

    /** Those who fit, by id, after the one with this id; empty for the first page. */
    public People people(People.Filter filter, String after, int limit) {
        return staff.people(filter, after, limit);
    }

    /** Gives the role; refused where one person may not hold it beside those they have. Who may do that is not asked here. */
    public Outcome<String, RoleRefusal> grant(String staffId, String role) {
        return roles.grant(staffId, role);
    }

    /** Takes the role away. */
    public Outcome<String, RoleRefusal> revoke(String staffId, String role) {
        return roles.revoke(staffId, role);
    }

    /** How many work for each organisation. */
    public Map<String, Integer> sizes() {
        return staff.sizes();
    }

    public List<Post> posts(String organisation) {
        return staff.posts(organisation);
    }

    /** Adds the post, or renames it. */
    public void put(Post post) {
        staff.put(post);
    }

    /** Adds the person, or replaces post, organisation and roles of somebody known. */
    public void put(Staff person) {
        staff.put(person);
    }

    /** The calendar by which deadlines are computed now; for each year the newest edition that speaks about it. */
    public WorkingCalendar calendar() {
        return calendars.current();
    }

    /**
     * The year limits set today may reach into and the calendar does not know: this one, or from October on the next.
     * The yearly notice usually comes out in the last weeks before.
     */
    public Optional<Integer> findMissingYear(LocalDate today) {
        var known = calendar().years();
        var last = today.getMonthValue() >= Month.OCTOBER.getValue() ? today.getYear() + 1 : today.getYear();
        return IntStream.rangeClosed(today.getYear(), last)
                .filter(year -> !known.contains(year))
                .boxed()
                .findFirst();
    }

    /** Takes over a table of working days, e.g. that of the coming year; counts from the next deadline on. */
    public Outcome<CalendarImported, CalendarRefusal> importCalendar(String table, String source, String by) {
        return calendars.importTable(table, source, by);
    }

    /** Forgets what is kept in memory: after somebody filled the tables without these verbs. */
    public void reread() {
        organisations.forget();
    }
}
