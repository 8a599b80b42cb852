package org.tongqu.platform.data.catalog.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.Description;
import org.tongqu.platform.data.catalog.Draft;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.Edition.State;
import org.tongqu.platform.data.catalog.Item;
import org.tongqu.platform.data.catalog.ResourceCode;

/** Resources and their editions. Whoever changes one takes the lock on its resource first. */
@Repository
public class EditionStore {

    private final JdbcClient jdbc;
    private final ItemStore items;

    EditionStore(JdbcClient jdbc, ItemStore items) {
        this.jdbc = jdbc;
        this.items = items;
    }

    /** The next code of the category, held until the transaction ends. */
    public ResourceCode nextCode(String category) {
        var number = jdbc.sql("""
                        INSERT INTO catalog.counter AS c (category, last) VALUES (?, 1)
                        ON CONFLICT (category) DO UPDATE SET last = c.last + 1 RETURNING last""").param(category).query(Integer.class).single();
        return new ResourceCode(category + "/" + number);
    }

    public Edition.Head found(ResourceCode code, String organisation) {
        var head = new Edition.Head(UUID.randomUUID(), code, organisation);
        jdbc.sql("INSERT INTO catalog.resource (id, code, organisation) VALUES (?, ?, ?)")
                .params(head.id(), code.value(), organisation)
                .update();
        return head;
    }

    /** The resource, held until the transaction ends. */
    public Optional<Edition.Head> lock(ResourceCode code) {
        return jdbc.sql("SELECT id, code, organisation FROM catalog.resource WHERE code = ? FOR UPDATE")
                .param(code.value())
                .query((row, number) -> head(row, "id"))
                .optional();
    }

    public void insert(Edition.Head head, int number, Draft draft, Edition.Hand compiler, Instant now) {
        write("""
                INSERT INTO catalog.edition (resource, number, code, organisation, state, name, summary, sharing, basis,
                    sharing_condition, ways, opening, opening_condition, cycle, format, format_detail, related, words,
                    compiler, compiler_name, changed_at)
                VALUES (:resource, :number, :code, :organisation, 'draft', :name, :summary, :sharing, :basis,
                    :condition, :ways, :opening, :openingCondition, :cycle, :format, :formatDetail, :related, :words,
                    :compiler, :compilerName, :now)""", draft)
                .param("resource", head.id())
                .param("number", number)
                .param("code", head.code().value())
                .param("organisation", head.organisation())
                .param("words", words(head.code(), draft))
                .param("compiler", compiler.id())
                .param("compilerName", compiler.name())
                .param("now", time(now))
                .update();
        items.replace(head.id(), number, draft.items());
    }

    /** Writes what is being compiled anew. */
    public void change(Edition own, Draft draft, Edition.Hand compiler, Instant now) {
        write("""
                UPDATE catalog.edition SET name = :name, summary = :summary, sharing = :sharing, basis = :basis,
                    sharing_condition = :condition, ways = :ways, opening = :opening,
                    opening_condition = :openingCondition, cycle = :cycle, format = :format,
                    format_detail = :formatDetail, related = :related, words = :words,
                    compiler = :compiler, compiler_name = :compilerName, changed_at = :now
                WHERE resource = :resource AND number = :number""", draft)
                .param("words", words(own.code(), draft))
                .param("compiler", compiler.id())
                .param("compilerName", compiler.name())
                .param("now", time(now))
                .param("resource", own.resource().id())
                .param("number", own.number())
                .update();
        items.replace(own.resource().id(), own.number(), draft.items());
    }

    private JdbcClient.StatementSpec write(String statement, Draft draft) {
        var said = draft.description();
        return jdbc.sql(statement)
                .param("name", said.name())
                .param("summary", said.summary())
                .param("sharing", said.sharing().type().code())
                .param("basis", said.sharing().basis())
                .param("condition", said.sharing().condition())
                .param("ways", codes(said.sharing().ways()))
                .param("opening", said.opening().kind().code())
                .param("openingCondition", said.opening().condition())
                .param("cycle", said.cycle().code())
                .param("format", said.format().kind().code())
                .param("formatDetail", said.format().detail())
                .param(
                        "related",
                        said.related().stream().map(ResourceCode::value).toArray(String[]::new));
    }

    public void move(Edition own, State state, String note, Instant now) {
        jdbc.sql("""
                        UPDATE catalog.edition SET state = :state, note = :note, changed_at = :now
                        WHERE resource = :resource AND number = :number""")
                .param("state", state.code())
                .param("note", note)
                .param("now", time(now))
                .param("resource", own.resource().id())
                .param("number", own.number())
                .update();
    }

    /** Makes this the published edition; what was published before stays readable. */
    public void publish(Edition own, LocalDate day, Instant now) {
        jdbc.sql("UPDATE catalog.edition SET state = 'superseded' WHERE resource = ? AND state = 'published'")
                .param(own.resource().id())
                .update();
        jdbc.sql("""
                        UPDATE catalog.edition SET state = 'published', note = '', changed_at = ?, published_on = ?
                        WHERE resource = ? AND number = ?""").params(time(now), day, own.resource().id(), own.number()).update();
    }

    /** Elements claimed by a resource other than this one, with that one. */
    public Map<String, ResourceCode> claimedByOthers(UUID resource, Collection<String> elements) {
        return jdbc
                .sql("""
                        SELECT a.element, r.code FROM catalog.authority a JOIN catalog.resource r ON r.id = a.resource
                        WHERE a.element = ANY (?) AND a.resource <> ? ORDER BY a.element""")
                .params(elements.toArray(String[]::new), resource)
                .query((row, number) -> Map.entry(row.getString(1), new ResourceCode(row.getString(2))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, two) -> one));
    }

    /** The resource that claims the element. */
    public Optional<ResourceCode> source(String element) {
        return jdbc.sql("""
                        SELECT r.code FROM catalog.authority a JOIN catalog.resource r ON r.id = a.resource
                        WHERE a.element = ?""")
                .param(element)
                .query((row, number) -> new ResourceCode(row.getString(1)))
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another resource claimed one in the meantime */
    public void claim(UUID resource, Collection<String> elements) {
        jdbc.sql("DELETE FROM catalog.authority WHERE resource = ?")
                .param(resource)
                .update();
        jdbc.sql("INSERT INTO catalog.authority (element, resource) SELECT unnest(?), ?")
                .params(elements.toArray(String[]::new), resource)
                .update();
    }

    /** All editions of the resource with their items, the newest first. */
    public List<Edition> editions(ResourceCode code) {
        var rows = jdbc.sql("SELECT * FROM catalog.edition WHERE code = ? ORDER BY number DESC")
                .param(code.value())
                .query(EditionStore::edition)
                .list();
        return rows.isEmpty() ? rows : items.into(rows);
    }

    /** The published edition with its items. */
    /** The newest edition of each of these. */
    public List<Edition> newest(Collection<ResourceCode> codes) {
        return items.into(jdbc.sql(
                        "SELECT DISTINCT ON (code) * FROM catalog.edition WHERE code = ANY (?) ORDER BY code, number DESC")
                .param(codes.stream().map(ResourceCode::value).toArray(String[]::new))
                .query(EditionStore::edition)
                .list());
    }

    public Optional<Edition> published(ResourceCode code) {
        var rows = jdbc.sql("SELECT * FROM catalog.edition WHERE code = ? AND state = 'published'")
                .param(code.value())
                .query(EditionStore::edition)
                .list();
        return items.into(rows).stream().findFirst();
    }

    /** The numbers of the published editions; resources without one are left out. */
    public Map<ResourceCode, Integer> publishedNumbers(Set<ResourceCode> codes) {
        var numbers = new HashMap<ResourceCode, Integer>();
        jdbc.sql("SELECT code, number FROM catalog.edition WHERE code = ANY (?) AND state = 'published'")
                .param(codes.stream().map(ResourceCode::value).toArray(String[]::new))
                .query(row -> {
                    numbers.put(new ResourceCode(row.getString(1)), row.getInt(2));
                });
        return numbers;
    }

    /** Published editions that society may have, with their items, by code, after the one with this code. */
    public List<Edition> open(String after, int limit) {
        return items.into(
                jdbc.sql("""
                        SELECT * FROM catalog.edition
                        WHERE state = 'published' AND opening <> 'closed' AND code > ? ORDER BY code LIMIT ?""").params(after, limit).query(EditionStore::edition).list());
    }

    /** Those of the codes that no published resource has. */
    public List<String> unknown(Collection<ResourceCode> codes) {
        var known = Set.copyOf(jdbc.sql("SELECT code FROM catalog.resource WHERE code = ANY (?)")
                .param(codes.stream().map(ResourceCode::value).toArray(String[]::new))
                .query(String.class)
                .list());
        return codes.stream()
                .map(ResourceCode::value)
                .filter(code -> !known.contains(code))
                .toList();
    }

    static Edition edition(ResultSet row, int number) throws SQLException {
        return new Edition(
                head(row, "resource"),
                row.getInt("number"),
                Coded.of(State.class, row.getString("state")),
                description(row),
                List.of(),
                new Edition.Hand(row.getString("compiler"), row.getString("compiler_name")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("published_on", LocalDate.class)),
                row.getString("note"));
    }

    private static Edition.Head head(ResultSet row, String id) throws SQLException {
        return new Edition.Head(
                row.getObject(id, UUID.class), new ResourceCode(row.getString("code")), row.getString("organisation"));
    }

    private static Description description(ResultSet row) throws SQLException {
        return new Description(
                row.getString("name"),
                row.getString("summary"),
                new Description.Sharing(
                        Coded.of(Description.SharingType.class, row.getString("sharing")),
                        row.getString("basis"),
                        row.getString("sharing_condition"),
                        texts(row, "ways")
                                .map(way -> Coded.of(Description.Way.class, way))
                                .collect(Collectors.toSet())),
                new Description.Opening(
                        Coded.of(Description.Openness.class, row.getString("opening")),
                        row.getString("opening_condition")),
                Coded.of(Description.Cycle.class, row.getString("cycle")),
                new Description.Format(
                        Coded.of(Description.FormatKind.class, row.getString("format")),
                        row.getString("format_detail")),
                texts(row, "related").map(ResourceCode::new).toList());
    }

    private static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray());
    }

    static String[] codes(Set<? extends Coded> values) {
        return values.stream().map(Coded::code).sorted().toArray(String[]::new);
    }

    static String words(ResourceCode code, Draft draft) {
        return Stream.concat(
                        Stream.of(
                                code.value(),
                                draft.description().name(),
                                draft.description().summary()),
                        draft.items().stream().map(Item::name))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }
}
